import { asinh } from '../elementary/asinh'
import { exp } from '../elementary/exp'
import { expm1 } from '../elementary/expm1'
import { log } from '../elementary/log'
import { log1p } from '../elementary/log1p'
import { pow } from '../elementary/pow'
import { cos, sin } from '../elementary/sin-cos'
import { method } from './method'

/** Elementary functions of every cell. */
export const elementaryMethods = [
  method('log', ({ X }) => X.map((value) => log(value + 0.001))),
  method('exp', ({ X }) => X.map(exp)),
  method('log1p', ({ X }) => X.map(log1p)),
  method('expm1', ({ X }) => X.map((value) => expm1(value / 1000))),
  method('pow', ({ X }) => X.map((value) => pow(value + 0.001, -1.7))),
  method('asinh', ({ X }) => X.map(asinh)),
  method('sin', ({ X }) => X.map(sin)),
  method('cos', ({ X }) => X.map(cos)),
]
