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

export default {
  meta: { name: 'project' },
  rules: { 'no-spread-into-math': noSpreadIntoMath },
}
