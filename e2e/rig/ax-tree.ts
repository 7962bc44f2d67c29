import type { Page } from 'playwright/test';

/** A thing as a screen reader comes to it. */
export type Spoken = { role: string; name: string; description: string; focusable: boolean };

type AxValue = { value?: unknown };
type AxNode = {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  childIds?: string[];
  properties?: { name: string; value: AxValue }[];
};

/** Everything on a page in the order in which a screen reader reads it: Chromium's accessibility tree, from its root. */
export async function readingOrder(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken: Spoken[] = [];
  const visit = (node: AxNode | undefined): void => {
    if (!node) return;
    if (!node.ignored) {
      const text = (value: AxValue | undefined) => String(value?.value ?? '');
      const focusable =
        node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true) ?? false;
      spoken.push({ role: text(node.role), name: text(node.name), description: text(node.description), focusable });
    }
    for (const id of node.childIds ?? []) visit(byId.get(id));
  };
  visit(nodes[0]);
  return spoken;
}
