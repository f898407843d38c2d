const message =
  'A text from outside may be `constructor` or `__proto__`: use lookup() of src/text/lookup.ts, or a Map.';

const within = new Set(['Partial', 'Readonly']);

/** Whether a type is `Record<string, …>`, which any text may index. */
function isTable(type) {
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const [first] = type.typeArguments?.params ?? [];
  if (within.has(type.typeName.name)) return isTable(first);
  return type.typeName.name === 'Record' && first?.type === 'TSStringKeyword';
}

const isWritten = (node) => node.parent.type === 'AssignmentExpression' && node.parent.left === node;

const literals = new Set(['Literal', 'TemplateLiteral']);

const rule = {
  create(context) {
    const tables = new Set();
    const reads = [];
    const report = (node) => context.report({ node, message });
    return {
      Identifier(node) {
        if (isTable(node.typeAnnotation?.typeAnnotation)) tables.add(node.name);
      },
      MemberExpression(node) {
        if (!node.computed || literals.has(node.property.type) || isWritten(node)) return;
        if (node.property.type === 'TSAsExpression') report(node);
        else if (node.object.type === 'TSAsExpression' && isTable(node.object.typeAnnotation)) report(node);
        else if (node.object.type === 'Identifier') reads.push(node);
      },
      BinaryExpression(node) {
        if (node.operator === 'in' && !literals.has(node.left.type)) report(node);
      },
      'Program:exit'() {
        for (const node of reads) if (tables.has(node.object.name)) report(node);
      },
    };
  },
};

export default { meta: { name: 'own' }, rules: { lookup: rule } };
