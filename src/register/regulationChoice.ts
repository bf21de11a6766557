import { DEFAULT_REGULATION, findRegulation, type Regulation } from '../regulations';
import type { RegisterNotice } from './notices';
import type { RegisterTable } from './register';
import type { RegisterRequest } from './request';
import { standingRegulation, startedFrom } from './standing';

/** The regulation a register is to follow, and the one that gives way to it. */
export interface RegulationChoice {
  readonly regulation: Regulation;
  /** Whose rules stand on «Правила» and are to be replaced; null: nobody's. */
  readonly from: Regulation | null;
  /** True where the passport is to name it anew. */
  readonly isRenamed: boolean;
  readonly notices: readonly RegisterNotice[];
}

/**
 * What is asked for outright, else what the passport says, else what a new register is asked for, else what stands
 * on «Правила», else the one proposed. `typed`: the passport's «Положение».
 */
export function chooseRegulation(
  rules: RegisterTable | undefined,
  typed: string,
  { changeRegulation, regulation: asked }: Pick<RegisterRequest, 'changeRegulation' | 'regulation'>,
): RegulationChoice {
  const standing = standingRegulation(rules);
  const [wanted, known, proposed] = [changeRegulation, typed, asked].map((name) =>
    name === undefined || name === '' ? undefined : findRegulation(name),
  );
  const named = wanted ?? known ?? proposed ?? standing?.regulation ?? DEFAULT_REGULATION;
  const regulation = startedFrom(named, standing);
  // words of the user's own beside the rules are what a regulation of one's own looks like
  const isOthers =
    standing !== null &&
    standing.regulation.id !== regulation.id &&
    !(regulation.custom && standing.known === 'alike');
  const unknown = [changeRegulation ?? '', typed].find(
    (name) => name !== '' && findRegulation(name) === undefined,
  );
  const from = isOthers ? standing.regulation : null;
  return {
    regulation,
    from,
    isRenamed: wanted !== undefined && known?.id !== wanted.id,
    notices: [
      ...(unknown === undefined || wanted !== undefined
        ? []
        : [{ code: 'unknown-regulation', name: unknown, instead: regulation.name } as const]),
      ...(from === null
        ? []
        : [
            {
              code: 'regulation-changed',
              from: from.name,
              to: regulation.name,
              custom: regulation.custom,
            } as const,
          ]),
    ],
  };
}
