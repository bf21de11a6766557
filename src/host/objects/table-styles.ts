import { HostError, itemNotFound } from '../errors';
import type { HostDocument } from '../document';
import { optional, readBoolean, readString } from './arguments';
import { defineClass, nullObject, type HostClass } from './model';
import type { World } from './world';

/**
 * `Workbook.tableStyles`: the blank styles that were added (d.ts TableStyleCollection.add). The document does not
 * carry them into a file: a table that still wears one is written with its name only.
 */
const added = new WeakMap<HostDocument, string[]>();

function stylesOf(world: World): string[] {
  const styles = added.get(world.document) ?? [];
  added.set(world.document, styles);
  return styles;
}

function findStyle(world: World, key: unknown): string | undefined {
  const wanted = typeof key === 'string' ? key.toLocaleUpperCase() : null;
  return stylesOf(world).find((name) => name.toLocaleUpperCase() === wanted);
}

/** Whether a table may be given a style of this name: one of those built in, or one that was added. */
export const isTableStyle = (world: World, name: string): boolean =>
  /^TableStyle(?:Light(?:[1-9]|1\d|2[01])|Medium(?:[1-9]|1\d|2[0-8])|Dark(?:[1-9]|1[01]))$/.test(name) ||
  findStyle(world, name) !== undefined;

const tableStyleClass: HostClass<string> = defineClass<string>({
  name: 'TableStyle',
  ensureAlive(name, world) {
    if (!stylesOf(world).includes(name)) throw itemNotFound(`the table style ${name} was deleted`);
  },
  properties: { Name: { get: (name) => name } },
  methods: {
    Delete(name, _args, world) {
      stylesOf(world).splice(stylesOf(world).indexOf(name), 1);
    },
  },
});

export const tableStylesClass: HostClass<null> = defineClass<null>({
  name: 'TableStyleCollection',
  items: (_none, world) => stylesOf(world).map((name) => tableStyleClass.of(name, world)),
  item(_none, key, world) {
    const name = findStyle(world, key);
    if (name === undefined) throw itemNotFound(`the table style ${String(key)}`);
    return tableStyleClass.of(name, world);
  },
  methods: {
    GetCount: (_none, _args, world) => stylesOf(world).length,
    GetItemOrNullObject(_none, [key], world) {
      const name = findStyle(world, key);
      return name === undefined ? nullObject : tableStyleClass.of(name, world);
    },
    Add(_none, [given, unique], world) {
      const wanted = readString(given, 'name');
      let name = wanted;
      for (let number = 2; findStyle(world, name) !== undefined; number++) {
        if (!optional(unique, (value) => readBoolean(value, 'makeUniqueName'), false))
          throw new HostError('ItemAlreadyExists', `The table style "${wanted}" already exists.`);
        name = `${wanted} ${number}`;
      }
      stylesOf(world).push(name);
      return tableStyleClass.of(name, world);
    },
  },
});
