import { valueAt, type Register } from '../register/register';
import type { Incoming } from './rows/incoming';
import type { SourcePlace } from './source';
import { organisationKey, shortOrganisation } from './values/organisations';

/** Schools of the source against «Организации»: spellings of one school meet in its short name. */
export interface School {
  readonly shortName: string;
  /** The text as it was; "" when it says no more than the short name. */
  readonly fullName: string;
  /** 0-based row of «Организации»; null for a new one. */
  readonly row: number | null;
  readonly places: readonly SourcePlace[];
}

export interface Schools {
  readonly schools: readonly School[];
  /** The short name of a school as typed; "" for nothing. */
  readonly nameOf: (typed: string) => string;
}

interface Entry {
  shortName: string;
  fullName: string;
  readonly row: number | null;
  readonly places: SourcePlace[];
}

export function placeSchools(register: Register, rows: readonly Incoming[]): Schools {
  const byKey = new Map<string, Entry>();
  const entries: Entry[] = [];
  const known = (typed: string, row: number | null): void => {
    const key = organisationKey(typed);
    if (key === '' || byKey.has(key)) return;
    const entry: Entry = { shortName: typed, fullName: '', row, places: [] };
    byKey.set(key, entry);
    if (row !== null) entries.push(entry);
  };
  const table = register.tables.Организации;
  for (const [row] of (table?.rows ?? []).entries()) {
    if (table === undefined) break;
    const [short, full] = [
      String(valueAt(table, row, 'Краткое название')),
      String(valueAt(table, row, 'Полное название')),
    ];
    known(short, row);
    const entry = byKey.get(organisationKey(short));
    const key = organisationKey(full);
    if (entry !== undefined && key !== '' && !byKey.has(key)) byKey.set(key, entry);
  }
  const add = (typed: string, full: string, place: SourcePlace): void => {
    const key = organisationKey(typed);
    if (key === '') return;
    const entry = byKey.get(key);
    const short = shortOrganisation(typed);
    if (entry === undefined) {
      const made: Entry = {
        shortName: short,
        fullName: full === short ? '' : full,
        row: null,
        places: [place],
      };
      byKey.set(key, made);
      entries.push(made);
      if (full !== '' && !byKey.has(organisationKey(full))) byKey.set(organisationKey(full), made);
      return;
    }
    entry.places.push(place);
    if (entry.row !== null) return;
    // «СОШ 6» and later «МБОУ «СОШ № 6»»: the fuller spelling is the better name
    if (!entry.shortName.includes('№') && short.includes('№')) entry.shortName = short;
    if (entry.fullName === '' && full !== short) entry.fullName = full;
  };
  for (const { table: target, cells } of rows) {
    if (target === 'Организации') {
      const cell = cells['Краткое название'] ?? cells['Полное название'];
      if (cell !== undefined)
        add(String(cell.value), String(cells['Полное название']?.value ?? cell.value), cell.place);
    }
  }
  for (const { table: target, cells } of rows) {
    const cell = target === 'Педагоги' ? cells.Организация : undefined;
    if (cell !== undefined) add(String(cell.value), String(cell.value), cell.place);
  }
  return {
    schools: entries.filter(({ row, places }) => row === null || places.length > 0),
    nameOf: (typed) => byKey.get(organisationKey(typed))?.shortName ?? shortOrganisation(typed),
  };
}
