import { describe, expect, it } from '@jest/globals';
import { loadClientLibrary } from '../../src/host/node';
import { definedClasses } from '../../src/host/objects/model';

interface Genuine {
  readonly prototype: object & {
    readonly _scalarPropertyOriginalNames?: readonly string[];
    readonly _isCollection?: boolean;
  };
}

const library = loadClientLibrary();
const genuine = (name: string): Genuine | undefined =>
  (library.Excel as unknown as Record<string, Genuine>)[name];
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Wire names the library uses that are not the names of its public members. */
const aliases = new Set([
  'Worksheet.Gridlines',
  'RangeBorderCollection.Count',
  'TableScopedCollection.Count',
]);

describe('the object model', () => {
  it('has only classes and members of the genuine library', () => {
    const invented: string[] = [];
    for (const { name, properties, navigation, methods } of definedClasses) {
      const real = genuine(name);
      if (!real) {
        invented.push(name);
        continue;
      }
      for (const member of [...properties, ...navigation, ...methods]) {
        if (
          !(camel(member) in real.prototype) &&
          !(member in real.prototype) &&
          !aliases.has(`${name}.${member}`)
        ) {
          invented.push(`${name}.${member}`);
        }
      }
    }
    expect(invented).toEqual([]);
    expect(definedClasses.length).toBeGreaterThan(30);
  });

  it('spells plain properties as the library does on the wire', () => {
    const misspelt = definedClasses.flatMap(({ name, properties }) => {
      const known = genuine(name)?.prototype._scalarPropertyOriginalNames;
      return known
        ? properties
            .filter((property) => !known.includes(property) && !aliases.has(`${name}.${property}`))
            .map((property) => `${name}.${property}`)
        : [];
    });
    expect(misspelt).toEqual([]);
  });
});
