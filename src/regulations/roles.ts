import { states, type Statement } from './rules';
import type { RegulationRole } from './schema';

/** Roles somebody has to hold, and the values of «Роль» of the databank that answer to them. */

/** «Заместитель председателя» is a deputy: the first that the title holds decides. */
const HOLDERS: readonly { readonly word: string; readonly accepts: readonly string[] }[] = [
  { word: 'заместитель', accepts: ['заместитель'] },
  { word: 'секретарь', accepts: ['секретарь'] },
  { word: 'руководитель', accepts: ['руководитель', 'председатель'] },
  { word: 'председатель', accepts: ['председатель', 'руководитель'] },
];

/** A role by its title; one of the association's own is held by whoever bears it in «Роль». */
export function roleOf(title: string, clause: string): RegulationRole {
  const known = HOLDERS.find(({ word }) => title.toLowerCase().includes(word));
  return { title, accepts: [...(known?.accepts ?? [title])], clause };
}

/** The rule of «Правила» that names the roles, as the regulation's own data have them. */
export const rolesToHold = (roles: readonly RegulationRole[]): Statement =>
  states(
    roles.map(({ title }) => title).join(', '),
    [...new Set(roles.map(({ clause }) => clause))].join(', '),
  );
