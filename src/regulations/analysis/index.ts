import { analysisFormSchema, type AnalysisForm } from './form';
import { oshmyanyAnalysis } from './oshmyany';
import { sonkovoAnalysis } from './sonkovo';
import { terskyAnalysis } from './tersky';
import { tomskAnalysis } from './tomsk';
import { zdvinskAnalysis } from './zdvinsk';
import { DEFAULT_REGULATION, basisOf } from '../index';
import type { RegulationId } from '../schema';

export type { AnalysisFeed, AnalysisForm, AnalysisSection } from './form';

const FORMS: Readonly<Record<Exclude<RegulationId, 'own'>, AnalysisForm>> = {
  sonkovo: analysisFormSchema.parse(sonkovoAnalysis),
  tersky: analysisFormSchema.parse(terskyAnalysis),
  tomsk: analysisFormSchema.parse(tomskAnalysis),
  zdvinsk: analysisFormSchema.parse(zdvinskAnalysis),
  oshmyany: analysisFormSchema.parse(oshmyanyAnalysis),
};

/** Every form of the analysis the product knows: by them a section of another regulation is told. */
export const ANALYSIS_FORMS: readonly AnalysisForm[] = Object.values(FORMS);

/**
 * The form of the analysis of a regulation; one's own has that of the regulation it started from, named by the
 * explanation of its rule `regulation`.
 */
export function analysisForm(id: RegulationId, explanation: string): AnalysisForm {
  if (id !== 'own') return FORMS[id];
  const basis = basisOf(explanation)?.id ?? DEFAULT_REGULATION.id;
  return basis === 'own' ? tomskAnalysis : FORMS[basis];
}
