/** The part of sql.js the bench uses; the package brings no types. */
declare module 'sql.js' {
  export type SqlValue = number | string | Uint8Array | null;

  export interface Statement {
    run(values?: readonly SqlValue[]): void;
    free(): void;
  }

  export interface Database {
    run(sql: string): Database;
    exec(sql: string): { columns: string[]; values: SqlValue[][] }[];
    prepare(sql: string): Statement;
    close(): void;
  }

  export interface SqlJs {
    readonly Database: new () => Database;
  }

  export default function initSqlJs(): Promise<SqlJs>;
}
