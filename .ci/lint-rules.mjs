/** Rules of this project that the linter does not have. */

/** `Math.max(...array)` throws a RangeError on a long array (200,000 items): fold instead. */
const noSpreadIntoMath = {
  meta: { type: 'problem' },
  /** @param {{ report: (problem: { node: unknown, message: string }) => void }} context */
  create: (context) => ({
    /** @param {any} node */
    CallExpression(node) {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.object.name !== 'Math') return
      for (const argument of node.arguments)
        if (argument.type === 'SpreadElement')
          context.report({ node: argument, message: 'A long array overflows the stack: fold it.' })
    },
  }),
}

/** Functions whose last digits the standard leaves to the engine; sqrt, abs and rounding are exact. */
const inexact = new Set(
  ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'cos', 'cosh', 'exp'].concat(
    ['expm1', 'hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'],
  ),
)

/** What decides a label is computed from what every engine computes alike. */
const noEngineMath = {
  meta: { type: 'problem' },
  /** @param {{ report: (problem: { node: unknown, message: string }) => void }} context */
  create: (context) => ({
    /** @param {any} node */
    MemberExpression(node) {
      if (node.object.name !== 'Math') return
      const name = node.computed ? node.property.value : node.property.name
      if (inexact.has(name))
        context.report({ node, message: `Engines differ in Math.${name}: src/math/elementary.` })
    },
    /** @param {any} node */
    BinaryExpression(node) {
      if (node.operator !== '**' || node.right.value === 2) return
      if (node.left.type === 'Literal' && !isVariable(node.right)) return
      context.report({ node, message: 'Engines differ in **: multiply, or src/math/elementary.' })
    },
  }),
}

/** @param {any} node */
function isVariable(node) {
  const number = node.type === 'UnaryExpression' ? node.argument : node
  return number.type !== 'Literal'
}

export default {
  meta: { name: 'project' },
  rules: { 'no-spread-into-math': noSpreadIntoMath, 'no-engine-math': noEngineMath },
}
