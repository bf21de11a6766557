import { HostError, notImplemented } from '../errors';
import type { World } from './world';

/**
 * How a class of the Excel API is told to this host: a table of its members. A member that is not in the
 * table is refused by name; nothing is ever answered by guess.
 */
export interface ClassTable<Target> {
  readonly name: string;
  /** Scalar properties by wire name. One without `set` is read-only. */
  readonly properties?: Readonly<Record<string, PropertyMember<Target>>>;
  /** Properties that lead to another object. */
  readonly navigation?: Readonly<Record<string, (target: Target, world: World) => HostObject>>;
  readonly methods?: Readonly<
    Record<string, (target: Target, args: readonly unknown[], world: World) => unknown>
  >;
  /** `getItem(key)` of a collection. */
  readonly item?: (target: Target, key: unknown, world: World) => HostObject;
  /** The items of a collection, in order. */
  readonly items?: (target: Target, world: World) => readonly HostObject[];
  /** What the library must know of every instance to find it again: `Id`, so far. */
  readonly identity?: (target: Target, world: World) => Readonly<Record<string, unknown>>;
  /** Throws when the thing behind the object is gone (a deleted sheet, table, name). */
  readonly ensureAlive?: (target: Target, world: World) => void;
}

export interface PropertyMember<Target> {
  readonly get?: (target: Target, world: World) => unknown;
  readonly set?: (target: Target, value: unknown, world: World) => void;
  /** Left out when `load()` names nothing, because computing it is dear. */
  readonly onlyByName?: boolean;
}

/** An object of the model, ready to be asked by wire names. */
export interface HostObject {
  readonly className: string;
  readonly isNull: boolean;
  /** The plain thing behind the object, for arguments that are objects; `asTarget` reads it safely. */
  readonly target: unknown;
  readonly isCollection: boolean;
  scalarNames(): string[];
  navigationNames(): string[];
  hasNavigation(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  call(name: string, args: readonly unknown[]): unknown;
  navigate(name: string): HostObject;
  item(key: unknown): HostObject;
  items(): readonly HostObject[];
  identity(): Readonly<Record<string, unknown>>;
}

/** Makes the objects of one class. */
export interface HostClass<Target> {
  readonly name: string;
  of(target: Target, world: World): HostObject;
  /** The target of an object of this class, or undefined for an object of another class. */
  targetOf(object: HostObject): Target | undefined;
}

/** The names of one class's members, to be compared with the genuine library. */
export interface ClassMembers {
  readonly name: string;
  readonly properties: readonly string[];
  readonly navigation: readonly string[];
  readonly methods: readonly string[];
}

const defined: ClassMembers[] = [];

/** Every class of the model, as far as its modules were loaded. */
export const definedClasses: readonly ClassMembers[] = defined;

/** Turns a table of members into a class. */
export function defineClass<Target>(table: ClassTable<Target>): HostClass<Target> {
  defined.push({
    name: table.name,
    properties: Object.keys(table.properties ?? {}),
    navigation: Object.keys(table.navigation ?? {}),
    methods: Object.keys(table.methods ?? {}),
  });
  const refuse = (member: string): never => {
    throw notImplemented(`${table.name}.${camelCase(member)}`);
  };
  const targets = new WeakMap<HostObject, Target>();
  return {
    name: table.name,
    targetOf: (object) => targets.get(object),
    of(target, world) {
      const alive = (): Target => {
        table.ensureAlive?.(target, world);
        return target;
      };
      const object: HostObject = {
        className: table.name,
        isNull: false,
        target,
        isCollection: table.items !== undefined,
        scalarNames: () =>
          Object.entries(table.properties ?? {})
            .filter(([, member]) => member.get && !member.onlyByName)
            .map(([name]) => name),
        navigationNames: () => Object.keys(table.navigation ?? {}),
        hasNavigation: (name) => table.navigation?.[name] !== undefined,
        get(name) {
          const member = table.properties?.[name];
          return member?.get ? member.get(alive(), world) : refuse(name);
        },
        set(name, value) {
          const member = table.properties?.[name];
          if (!member) return refuse(name);
          if (!member.set) {
            throw new HostError(
              'InvalidArgument',
              `${table.name}.${camelCase(name)} is read-only in this host.`,
            );
          }
          member.set(alive(), value, world);
        },
        call(name, args) {
          const method = table.methods?.[name];
          return method ? method(alive(), args, world) : refuse(name);
        },
        navigate(name) {
          const step = table.navigation?.[name];
          return step ? step(alive(), world) : refuse(name);
        },
        item(key) {
          return table.item ? table.item(alive(), key, world) : refuse('getItem');
        },
        items() {
          return table.items ? table.items(alive(), world) : refuse('items');
        },
        identity: () => table.identity?.(alive(), world) ?? {},
      };
      targets.set(object, target);
      return object;
    },
  };
}

/** Stands for "there is none" in the answers of `…OrNullObject`. */
export const nullObject: HostObject = {
  className: 'null',
  isNull: true,
  target: null,
  isCollection: false,
  scalarNames: () => [],
  navigationNames: () => [],
  hasNavigation: () => true,
  get: () => missing(),
  set: () => missing(),
  call: (name) => (name.endsWith('OrNullObject') ? nullObject : missing()),
  navigate: () => nullObject,
  item: () => nullObject,
  items: () => missing(),
  identity: () => ({}),
};

/** True for objects of the model among the answers of methods. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'className' in value && 'scalarNames' in value;
}

/** "GetUsedRange" → "getUsedRange", the name the add-in's author knows. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** "values" → "Values", the name on the wire; names that begin with "_" stay. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Acting on an object that is not there gives ItemNotFound; the conservative reading of the `…OrNullObject` page. */
function missing(): never {
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}
