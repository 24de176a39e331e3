export interface Statement {
  readonly sql: string;
  /** Of `$1`, `$2`, … */
  readonly values?: readonly unknown[];
}

/** A PostgreSQL that holds the ledger's tables: in this process, in one of its own, or a server. */
export interface LedgerDatabase {
  /** Carries out statements in one transaction, all or none; gives the rows of the last. */
  transaction<T>(statements: readonly Statement[]): Promise<readonly T[]>;
  /** False once it is closed or its process is gone. */
  isOpen(): boolean;
  close(): Promise<void>;
}
