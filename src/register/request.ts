import type { TableName } from './tables';

/** What the user, or the command line, asks of «Создать реестр» and «Заполнить показатели». */
export interface RegisterRequest {
  /** Id or name of a regulation; fills the passport where it is empty. */
  readonly regulation?: string;
  /** Id or name of the regulation to follow from now on, whatever the passport says; the passport is renamed. */
  readonly changeRegulation?: string;
  /** "2025/2026"; fills the passport where it is empty. */
  readonly schoolYear?: string;
  readonly association?: string;
  readonly municipality?: string;
  readonly subject?: string;
  /** Serial typed into «Дата расчёта»; absent: the cell keeps what it holds, `=TODAY()` in a new register. */
  readonly today?: number;
  /** Tables that have just got longer: their lists and flags are set anew. */
  readonly grown?: readonly TableName[];
  /** Serial of the present day, from the edge; only defaults are made of it. */
  readonly currentDate: number;
}
