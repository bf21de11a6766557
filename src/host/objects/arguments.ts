import { z } from 'zod';
import { invalidArgument } from '../errors';
import { isHostObject, type HostClass } from './model';

/** Reads an argument from the wire, or refuses it as Excel does. */
export function read<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidArgument(what);
  return result.data;
}

export const readString = (value: unknown, what: string): string => read(z.string(), value, what);
export const readNumber = (value: unknown, what: string): number => read(z.number(), value, what);
export const readInteger = (value: unknown, what: string): number => read(z.number().int(), value, what);
export const readBoolean = (value: unknown, what: string): boolean => read(z.boolean(), value, what);

/** An optional argument: the library sends null for what was not given. */
export function optional<T>(value: unknown, reader: (value: unknown) => T, otherwise: T): T {
  return value === null || value === undefined ? otherwise : reader(value);
}

/** The plain thing behind an object given as an argument. */
export function readObject<T>(value: unknown, type: HostClass<T>, what: string): T {
  const target = isHostObject(value) ? type.targetOf(value) : undefined;
  if (target === undefined) throw invalidArgument(what);
  return target;
}
