// @ts-check
import { parseAst } from 'vite';

/** @typedef {{ type: string, start: number, [field: string]: unknown }} Node as much of a syntax tree as is looked at */

/** Attributes and properties that a person reads or hears. */
const spokenNames =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|heading|confirmLabel|copyLabel|closeLabel|keyHint|message|name)$/;
/** What these are given is for a machine, or for whoever mends a broken program. */
const machineCalls = /^(Error|querySelector(All)?|closest|matches|matchMedia|getElementById)$/;
/** What these say is for the compiler. */
const types =
  /^(ImportDeclaration|ExportAllDeclaration|TSTypeAliasDeclaration|TSTypeAnnotation|TSInterfaceDeclaration|TSTypeParameterInstantiation)$/;
/** Their parts are compared, called or handed on, whatever is drawn in the end. */
const workings = /^(MemberExpression|BinaryExpression|ArrowFunctionExpression)$/;

const word = /\p{L}{2}/u;
const sentence = /\p{L}\S*\s+\S*\p{L}/u;

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/**
 * What a component, control or store would say in words of its own: text between tags, literals that are drawn or
 * read out, and sentences anywhere. Each with its line.
 * @param {string} source
 * @param {{ isComponent: boolean }} kind whether it may hold tags
 */
export function visibleLiterals(source, { isComponent }) {
  /** @type {{ line: number, text: string }[]} */
  const found = [];

  /** @type {(node: Node, text: string, isSpoken: boolean) => void} */
  const look = (node, text, isSpoken) => {
    if (!(isSpoken ? word : sentence).test(text)) return;
    found.push({ line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  };

  /** @type {(node: Node, isSpoken: boolean) => void} */
  const visitParts = (node, isSpoken) => {
    for (const part of Object.values(node).flat()) if (isNode(part)) visit(part, isSpoken);
  };

  /**
   * `isSpoken`: what stands here is drawn or read out, so that one word is enough.
   * @type {(node: Node, isSpoken: boolean) => void}
   */
  const visit = (node, isSpoken) => {
    if (types.test(node.type)) return;
    if (workings.test(node.type)) return visitParts(node, false);
    switch (node.type) {
      case 'JSXText':
        return look(node, String(node.value), true);
      case 'Literal':
        return look(node, typeof node.value === 'string' ? node.value : '', isSpoken);
      case 'TemplateLiteral': {
        const quasis = /** @type {{ value: { raw: string } }[]} */ (node.quasis);
        look(node, quasis.map(({ value }) => value.raw).join('…'), isSpoken);
        return visitParts(node, isSpoken);
      }
      case 'CallExpression':
      case 'NewExpression': {
        const callee = /** @type {{ name?: string, property?: { name?: string } }} */ (node.callee);
        if (!machineCalls.test(callee.property?.name ?? callee.name ?? '')) visitParts(node, false);
        return;
      }
      case 'ConditionalExpression':
      case 'LogicalExpression': {
        const { test, left, consequent, right, alternate } = node;
        for (const asked of [test, left]) if (isNode(asked)) visit(asked, false);
        for (const given of [consequent, right, alternate]) if (isNode(given)) visit(given, isSpoken);
        return;
      }
      case 'JSXOpeningElement': {
        const { name } = /** @type {{ name?: unknown }} */ (node.name);
        for (const attribute of /** @type {Node[]} */ (node.attributes)) {
          const its = /** @type {{ name?: unknown }} */ (attribute.name ?? {});
          const isDrawing = its.name === 'd' || (name === 'Icon' && its.name === 'name');
          if (isNode(attribute.value)) visit(attribute.value, !isDrawing && spokenNames.test(String(its.name)));
        }
        return;
      }
      case 'JSXElement':
      case 'JSXFragment': {
        if (isNode(node.openingElement)) visit(node.openingElement, false);
        const children = /** @type {Node[]} */ (node.children);
        for (const child of children) visit(child, child.type === 'JSXExpressionContainer');
        return;
      }
      case 'Property': {
        const { name } = /** @type {{ name?: unknown }} */ (node.key);
        if (isNode(node.value)) visit(node.value, name !== 'name' && spokenNames.test(String(name)));
        return;
      }
      default:
        return visitParts(node, isSpoken);
    }
  };

  const tree = parseAst(source, { lang: isComponent ? 'tsx' : 'ts' });
  visit(/** @type {Node} */ (/** @type {unknown} */ (tree)), false);
  return found;
}
