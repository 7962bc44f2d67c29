import { parseSync } from 'vite';

/** What is shown to a person goes by one of these names. */
const shown = new Set([
  'message',
  'hint',
  'label',
  'title',
  'body',
  'why',
  'tooltip',
  'description',
  'placeholder',
  'sendLabel',
]);

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/**
 * The literals of a source file that a person would read: whatever stands under a name that is shown, and whatever reads
 * like a sentence. What is logged or thrown is for those who keep the app, and is left out.
 */
export function looseWords(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown, isShown: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, isShown);
    if (!isNode(value)) return;
    if (value.type === 'ThrowStatement' || value.type.startsWith('TS') || isForKeepers(value)) return;
    if (value.type === 'ImportDeclaration') return;
    const text = textOf(value);
    if (text !== undefined && (isShown ? /\p{L}{2}/u.test(text) : isSentence(text))) found.push(text);
    if (value.type === 'Property') {
      visit(value.value, isNamedShown(value.key));
      return;
    }
    if (value.type === 'VariableDeclarator') {
      visit(value.init, isNamedShown(value.id));
      return;
    }
    const isStill = isShown && ['ConditionalExpression', 'LogicalExpression', 'TemplateLiteral'].includes(value.type);
    for (const [name, child] of Object.entries(value)) visit(child, isStill && name !== 'test');
  };
  visit(parseSync(file, source).program, false);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isNamedShown(key: unknown): boolean {
  return isNode(key) && typeof key.name === 'string' && shown.has(key.name);
}

/** A call such as `log.warn('…', { reason })`, or the making of an error. */
function isForKeepers({ type, callee }: Node): boolean {
  if (!isNode(callee)) return false;
  if (type === 'NewExpression') return typeof callee.name === 'string' && callee.name.endsWith('Error');
  const object = isNode(callee.object) ? callee.object : undefined;
  const owner = object?.name ?? (isNode(object?.property) ? object.property.name : undefined);
  return owner === 'log';
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return undefined;
  return quasis.map((quasi) => (quasi as { value: { cooked: string } }).value.cooked).join(' ');
}

function isSentence(text: string): boolean {
  return /^\s*[“"]?\p{Lu}\p{Ll}*,? \p{Ll}/u.test(text) || /\p{Ll}{2} \p{Ll}.*\p{Ll}[.?!…]$/u.test(text);
}
