import { useRef, useState } from 'react'
import { selectEnvironmentNames } from '../../state/config/environment-diff'
import { useActions, useApp } from '../../state/hooks'
import { Button, NativeSelect, Popover, TextInput } from '../../ui/controls'
import { Segments } from '../../ui/segments'
import classes from './configure-view.module.css'

/** No environment is called so: the base has no name of its own. */
const base = ''

/** Where settings are shown and written: in the base, or over it in an environment. */
export function EnvironmentPicker() {
  const names = useApp(selectEnvironmentNames)
  const environment = useApp((state) => state.environment)
  const { chooseEnvironment } = useActions()
  const options = [
    { value: base, label: 'Base' },
    ...names.map((name) => ({ value: name, label: name })),
  ]
  const choose = (name: string) => chooseEnvironment(name === base ? null : name)
  return (
    <div className={classes.preset}>
      <span aria-hidden>Environment</span>
      {options.length > 4 ? (
        <NativeSelect
          aria-label="Environment"
          size="xs"
          data={options}
          value={environment ?? base}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      ) : (
        <Segments
          label="Environment"
          value={environment ?? base}
          options={options}
          onChange={choose}
        />
      )}
      <NewEnvironment names={names} />
    </div>
  )
}

function NewEnvironment({ names }: { readonly names: readonly string[] }) {
  const { addEnvironment } = useActions()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const isAllowed = /^[A-Za-z][\w-]*$/.test(name) && !names.includes(name)
  const add = () => {
    if (!isAllowed) return
    addEnvironment(name)
    setName('')
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button ref={opener} size="xs" variant="subtle" onClick={() => setOpen(!isOpen)}>
          Add environment
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add environment">
        <div className={classes.preset}>
          <TextInput
            size="xs"
            label="Name of the environment"
            value={name}
            error={name === '' || isAllowed ? null : 'Letters, digits, - and _; a name of its own.'}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // The button that gets the focus back must not be pressed by the same key.
              event.preventDefault()
              add()
            }}
          />
          <Button size="xs" disabled={!isAllowed} onClick={add}>
            Add
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
