import type { Table } from './list-tables.ts';

export interface OrderedTables {
  /** Each table after those it refers to, as far as there is such an order. */
  ordered: Table[];
  /** References that point to the table itself or to a later one: they can only be checked at the end. */
  open: { table: string; constraint: string }[];
}

/** Puts tables into the order in which they can be filled. */
export function orderTables(tables: readonly Table[]): OrderedTables {
  const names = new Set(tables.map((table) => table.name));
  const waiting = [...tables];
  const ordered: Table[] = [];
  const placed = new Set<string>();
  const open: OrderedTables['open'] = [];
  while (waiting.length > 0) {
    const isReady = (table: Table) =>
      table.references.every(({ to }) => to === table.name || placed.has(to) || !names.has(to));
    const at = Math.max(0, waiting.findIndex(isReady));
    for (const table of waiting.splice(at, 1)) {
      ordered.push(table);
      open.push(
        ...table.references
          .filter(({ to }) => names.has(to) && !placed.has(to))
          .map(({ constraint }) => ({ table: table.name, constraint })),
      );
      placed.add(table.name);
    }
  }
  return { ordered, open };
}
