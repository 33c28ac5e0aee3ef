import { DuckDBInstance } from '@duckdb/node-api'
import { cellsQuery, digestQuery } from './cells-query.mjs'
import { answer } from './child-answer.mjs'

/** A process of its own, for its memory is measured: `in-duckdb.mjs SALES MAP THREADS`. */
const [sales = '', map = '', threads = '1'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads })
const connection = await instance.connect()
const start = performance.now()
await connection.run(cellsQuery({ sales, map }))
const ms = performance.now() - start
const digest = (await connection.runAndReadAll(digestQuery)).getRowObjects()
answer({ ms, digest })
