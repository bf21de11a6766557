import { z } from 'zod';
import { HostError, invalidArgument, notImplemented } from './errors';
import { camelCase, isHostObject, nullObject, pascalCase, type HostObject } from './objects/model';
import { workbookClass } from './objects/workbook';
import type { World } from './objects/world';
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchAnswer,
  type ObjectPath,
  type QueryInfo,
} from './protocol';

/** What the genuine library knows of a class: tells a member that is merely missing here from one that never was. */
export type KnowsMember = (className: string, member: string) => boolean;

export interface BatchOptions {
  readonly knows: KnowsMember;
  /** 1-based place of the action that is to fail, to rehearse a batch that breaks off midway. */
  readonly failAt: number | null;
}

/**
 * Carries out one batch, action by action. An error ends it; what came before stays done, as in Excel
 * ("Error handling with the application-specific JavaScript APIs").
 */
export function carryOut(world: World, batch: Batch, options: BatchOptions): BatchAnswer {
  const resolve = createResolver(world, batch);
  const answer: BatchAnswer = { Results: [], TraceIds: [] };
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (options.failAt === index + 1) {
        throw new HostError('GeneralException', 'There was an internal error while processing the request.');
      }
      answer.Results.push({ ActionId: action.Id, Value: perform(world, action, resolve, options.knows) });
      if (action.ActionType === ActionType.trace) answer.TraceIds.push(action.Id);
    } catch (error) {
      answer.Error = {
        Code: error instanceof HostError ? error.code : 'GeneralException',
        Message: error instanceof HostError ? error.message : `Defect of the host: ${describe(error)}`,
        Location: locationOf(action, batch),
        ActionIndex: index,
        HttpStatusCode: 400,
      };
      break;
    }
  }
  return answer;
}

type Resolver = (pathId: number) => HostObject;

function perform(world: World, action: Action, resolve: Resolver, knows: KnowsMember): unknown {
  const args = (): unknown[] => readArguments(action.ArgumentInfo, resolve);
  switch (action.ActionType) {
    case ActionType.trace:
      return null;
    case ActionType.instantiate: {
      const object = resolve(action.ObjectPathId);
      return object.isNull ? null : { ...privateIdentity(object), ...referenceOf(world, object) };
    }
    case ActionType.query:
      return query(resolve(action.ObjectPathId), action.QueryInfo ?? {}, knows);
    case ActionType.setProperty:
      resolve(action.ObjectPathId).set(action.Name, args()[0]);
      return null;
    case ActionType.update: {
      const object = resolve(action.ObjectPathId);
      for (const [name, value] of Object.entries(action.ObjectState ?? {}))
        object.set(pascalCase(name), value);
      return null;
    }
    case ActionType.method: {
      const object = resolve(action.ObjectPathId);
      if (action.Name === '_KeepReference') return keepReference(world, object);
      const result = object.call(action.Name, args());
      return isHostObject(result) ? null : (result ?? null);
    }
    default:
      throw notImplemented(`Action type ${action.ActionType}`);
  }
}

/** Finds the object of a path; a path is walked once a batch, because walking one may create something (`add`). */
function createResolver(world: World, batch: Batch): Resolver {
  const found = new Map<number, HostObject>();
  const resolve: Resolver = (pathId) => {
    const known = found.get(pathId);
    if (known) return known;
    const path = batch.ObjectPaths[String(pathId)];
    if (!path) throw invalidArgument(`object path ${pathId} is not part of the request`);
    const object = walk(world, path, resolve);
    found.set(pathId, object);
    return object;
  };
  return resolve;
}

function walk(world: World, path: ObjectPath, resolve: Resolver): HostObject {
  const parent = (): HostObject => {
    if (path.ParentObjectPathId === undefined) throw invalidArgument('the object path has no parent');
    return resolve(path.ParentObjectPathId);
  };
  switch (path.ObjectPathType) {
    case ObjectPathType.globalObject:
      return workbookClass.of(null, world);
    case ObjectPathType.nullObject:
      return nullObject;
    case ObjectPathType.referenceId: {
      const kept = world.references.get(path.Name);
      if (!kept)
        throw new HostError('InvalidReference', 'The object was kept by a context that has released it.');
      return kept;
    }
    case ObjectPathType.property:
      return parent().navigate(path.Name);
    case ObjectPathType.indexer:
      return parent().item(readArguments(path.ArgumentInfo, resolve)[0]);
    case ObjectPathType.method: {
      const owner = parent();
      const result = owner.call(path.Name, readArguments(path.ArgumentInfo, resolve));
      if (!isHostObject(result))
        throw notImplemented(`${owner.className}.${camelCase(path.Name)} as an object`);
      return result;
    }
    default:
      throw notImplemented(`Creating objects of the type ${path.Name}`);
  }
}

const objectReference = z.object({ _ObjectPathId: z.number() });

function readArguments(info: ArgumentInfo | undefined, resolve: Resolver): unknown[] {
  const ids = info?.ReferencedObjectPathIds;
  return (info?.Arguments ?? []).map((value, index) => {
    const id = ids?.[index];
    return typeof id === 'number' && id !== 0 ? resolve(id) : withObjects(value, resolve);
  });
}

/** Objects inside an argument travel as `{_ObjectPathId}`; matrices of cells are passed through untouched. */
function withObjects(value: unknown, resolve: Resolver): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const reference = objectReference.safeParse(value);
  if (reference.success) return resolve(reference.data._ObjectPathId);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withObjects(part, resolve)]));
}

/** The properties asked for, as a tree: `worksheet/name` asks for `name` under `worksheet`. */
interface Selection {
  readonly [name: string]: Selection;
}

function selectionOf(paths: readonly string[]): Selection {
  const root: Record<string, Selection> = {};
  for (const path of paths) {
    let node: Record<string, Selection> = root;
    for (const step of path.split(/[/.]/).filter((part) => part !== '' && part !== 'items')) {
      const name = step === '*' ? '*' : pascalCase(step);
      node = node[name] ??= {};
    }
  }
  return root;
}

function query(object: HostObject, info: QueryInfo, knows: KnowsMember): unknown {
  const paths = [...(info.Select ?? []), ...(info.Expand ?? [])];
  return answerQuery(object, selectionOf(info.Select?.length ? paths : ['*', ...paths]), info, knows);
}

function answerQuery(object: HostObject, wanted: Selection, info: QueryInfo, knows: KnowsMember): unknown {
  if (object.isNull) return null;
  if (!object.isCollection) return describeObject(object, wanted, knows);
  const skip = info.Skip ?? 0;
  const own = object.scalarNames().filter((name) => wanted[name] !== undefined);
  const ofCollection = Object.fromEntries(own.map((name) => [name, object.get(name)]));
  const { Count: _count, ...ofItems } = wanted;
  // Only the number was asked for («rows/count»): a million rows do not travel with it.
  if (own.length > 0 && Object.keys(ofItems).length === 0) return ofCollection;
  const items = object.items().slice(skip, info.Top === undefined ? undefined : skip + info.Top);
  return {
    ...ofCollection,
    _Items: items.map((item, index) => ({
      ...describeObject(item, own.length > 0 ? ofItems : wanted, knows),
      ...privateIdentity(item),
      _Index: skip + index,
    })),
  };
}

function describeObject(object: HostObject, wanted: Selection, knows: KnowsMember): Record<string, unknown> {
  const names = Object.keys(wanted).length === 0 ? ['*'] : Object.keys(wanted);
  const value: Record<string, unknown> = {};
  for (const name of names) {
    if (name === '*') {
      for (const scalar of object.scalarNames()) value[scalar] = object.get(scalar);
    } else if (object.hasNavigation(name)) {
      value[name] = answerQuery(object.navigate(name), wanted[name] ?? {}, {}, knows);
    } else if (knows(object.className, name) || object.scalarNames().includes(name)) {
      value[name] = object.get(name);
    } else {
      throw new HostError('InvalidArgument', `${object.className} has no property ${camelCase(name)}.`);
    }
  }
  return value;
}

/** `Id` under the name that tells the library where the object is without counting as loaded. */
function privateIdentity(object: HostObject): Record<string, unknown> {
  const { Id: id } = object.identity();
  return id === undefined ? {} : { _Id: id };
}

function keepReference(world: World, object: HostObject): null {
  if (!object.isNull && !world.referenceIds.has(object)) {
    const id = `{ref-${world.nextReference++}}`;
    world.references.set(id, object);
    world.referenceIds.set(object, id);
  }
  return null;
}

function referenceOf(world: World, object: HostObject): Record<string, string> {
  const id = world.referenceIds.get(object);
  return id !== undefined && world.references.has(id) ? { _ReferenceId: id } : {};
}

function locationOf(action: Action, batch: Batch): string {
  const path = batch.ObjectPaths[String(action.ObjectPathId)];
  const owner = path?.Name || (path?.ObjectPathType === ObjectPathType.indexer ? 'getItem' : 'Workbook');
  return action.Name ? `${owner}.${camelCase(action.Name)}` : owner;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
}
