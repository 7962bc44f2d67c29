import { boundedRuns, hasHiddenCharacters } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';

/** As much of an HTML syntax tree (hast) as is needed here. */
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** So many pieces of a chunk are drawn for the sake of hidden characters. */
const mostRuns = 200;
const deepest = 60;

/**
 * A rehype plugin: HTML is text like any other, what cannot be seen
 * becomes a chip, what is nested too deeply is left out, links beyond
 * the limit are words, and nothing has an id that the page could mistake for its own.
 */
export function makeHarmless({ chipClass, linksLeft }: { chipClass: string | undefined; linksLeft: number }) {
  return (tree: Node): void => {
    let drawn = 0;
    let links = 0;
    const visit = (node: Node, depth: number): void => {
      if (!node.children) return;
      if (depth > deepest) {
        node.children = [{ type: 'text', value: '…' }];
        return;
      }
      node.children = node.children.flatMap((child) => {
        delete child.properties?.id;
        if (child.tagName === 'pre') return [child]; // its text goes to the code view, which has chips of its own
        if ((child.tagName === 'a' || child.tagName === 'img') && ++links > linksLeft) child.tagName = 'span';
        if ((child.type !== 'text' && child.type !== 'raw') || child.value === undefined) return [child];
        if (!hasHiddenCharacters(child.value)) return [{ type: 'text', value: child.value }];
        const runs = boundedRuns(child.value, Math.max(0, mostRuns - drawn));
        drawn += runs.length;
        return runs.map((run) => ('text' in run ? { type: 'text', value: run.text } : chip(run.name, chipClass)));
      });
      for (const child of node.children) if (child.tagName !== 'pre') visit(child, depth + 1);
    };
    visit(tree, 0);
  };
}

function chip(name: string, chipClass: string | undefined): Node {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: chipClass, title: words.evidence.hiddenCharacter(name) },
    children: [{ type: 'text', value: name }],
  };
}
