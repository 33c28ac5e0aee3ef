// Order matters: Mantine's sheets are in a layer below ours; tokens come before what reads them.
import './mantine.css'
import './fonts.css'
import './tokens.css'
import './base.css'
