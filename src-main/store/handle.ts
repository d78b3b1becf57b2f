import type Database from 'better-sqlite3';

export type Param = string | number | bigint | null | Uint8Array;

/** Tells about statements that took longer than a frame can wait. */
export type SlowLog = (sql: string, ms: number) => void;

const SLOW_MS = 40;

/** A handle that can only read. Functions that take it cannot write, and the compiler knows. */
export class ReadDb {
  protected readonly raw: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private readonly slow: SlowLog;

  constructor(raw: Database.Database, slow: SlowLog = () => {}) {
    this.raw = raw;
    this.slow = slow;
  }

  all<Row>(sql: string, ...params: Param[]): Row[] {
    return this.timed(sql, (statement) => statement.all(...params) as Row[]);
  }

  one<Row>(sql: string, ...params: Param[]): Row | undefined {
    return this.timed(sql, (statement) => statement.get(...params) as Row | undefined);
  }

  /** One row at a time, for what may not fit into memory. Nothing may be written while it runs. */
  each<Row>(sql: string, ...params: Param[]): IterableIterator<Row> {
    return this.prepare(sql).iterate(...params) as IterableIterator<Row>;
  }

  /** Writes a compact copy of the whole file; the original stays as it is. */
  copyInto(path: string): void {
    this.raw.prepare('vacuum into ?').run(path);
  }

  protected timed<T>(sql: string, run: (statement: Database.Statement) => T): T {
    const began = performance.now();
    const result = run(this.prepare(sql));
    const ms = performance.now() - began;
    if (ms > SLOW_MS) this.slow(sql, ms);
    return result;
  }

  protected prepare(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** A handle that can write. Only `commit`, `receive`, the blobs and the derived tables take it. */
export class WriteDb extends ReadDb {
  /** Gives the number of rows changed. */
  run(sql: string, ...params: Param[]): number {
    return this.timed(sql, (statement) => statement.run(...params).changes);
  }

  exec(sql: string): void {
    this.raw.exec(sql);
  }

  /** All or nothing; nested ones join the outer. */
  together<T>(work: () => T): T {
    if (this.raw.inTransaction) return work();
    return this.raw.transaction(work).immediate();
  }

  /** All or nothing, with other work of this process in between; nobody else may write meanwhile. */
  async togetherSlowly<T>(work: () => Promise<T>): Promise<T> {
    this.raw.exec('begin immediate');
    try {
      const result = await work();
      this.raw.exec('commit');
      return result;
    } catch (error) {
      if (this.raw.inTransaction) this.raw.exec('rollback');
      throw error;
    }
  }

  /** Within a transaction: what fails is taken back, and the rest stands. */
  async partly<T>(work: () => Promise<T>): Promise<T> {
    this.raw.exec('savepoint part');
    try {
      const result = await work();
      this.raw.exec('release part');
      return result;
    } catch (error) {
      if (this.raw.inTransaction) this.raw.exec('rollback to part; release part');
      throw error;
    }
  }

  pragma(text: string): unknown {
    return this.raw.pragma(text, { simple: true });
  }

  close(): void {
    this.raw.close();
  }
}
