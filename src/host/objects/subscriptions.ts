import type { World } from './world';

/** The target id under which the workbook's own collections send their events. */
export const workbookTarget = 'Workbook';

type Register<Target> = Record<string, (target: Target, args: readonly unknown[], world: World) => void>;

/**
 * The `_Register…Event` / `_Unregister…Event` methods the client library calls when a handler is added or
 * the last one removed: `events` maps the words in their names to event type numbers.
 */
export function subscriptionMethods<Target>(
  events: Readonly<Record<string, number>>,
  targetId: (target: Target) => string,
): Register<Target> {
  const methods: Register<Target> = {};
  for (const [name, type] of Object.entries(events)) {
    const key = (target: Target, world: World): string => `${world.controlId}\n${type}\n${targetId(target)}`;
    methods[`_Register${name}Event`] = (target, _args, world) => {
      world.subscriptions.set(key(target, world), {
        controlId: world.controlId,
        type,
        targetId: targetId(target),
      });
    };
    methods[`_Unregister${name}Event`] = (target, _args, world) => {
      world.subscriptions.delete(key(target, world));
    };
  }
  return methods;
}
