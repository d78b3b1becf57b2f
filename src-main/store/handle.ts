import type Database from 'better-sqlite3';

export type Param = string | number | bigint | null | Uint8Array;

/** Tells about statements that took longer than a frame can wait. */
export type SlowLog = (sql: string, ms: number) => void;

const SLOW_MS = 40;

/** How much of the file is kept in memory: usually, and while much is written at once. */
const USUAL_KIB = 16_000;
const ROOMY_KIB = 64_000;

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
    const began = performance.now();
    const rows = this.prepare(sql).all(...params) as Row[];
    this.tellIfSlow(sql, began);
    return rows;
  }

  one<Row>(sql: string, ...params: Param[]): Row | undefined {
    const began = performance.now();
    const row = this.prepare(sql).get(...params) as Row | undefined;
    this.tellIfSlow(sql, began);
    return row;
  }

  /** One row at a time, for what may not fit into memory. Nothing may be written while it runs. */
  each<Row>(sql: string, ...params: Param[]): IterableIterator<Row> {
    return this.prepare(sql).iterate(...params) as IterableIterator<Row>;
  }

  /** Writes a compact copy of the whole file; the original stays as it is. */
  copyInto(path: string): void {
    this.raw.prepare('vacuum into ?').run(path);
  }

  // a merge runs hundreds of thousands of statements: even a function made for each would be felt
  protected tellIfSlow(sql: string, began: number): void {
    const ms = performance.now() - began;
    if (ms > SLOW_MS) this.slow(sql, ms);
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
    const began = performance.now();
    const { changes } = this.prepare(sql).run(...params);
    this.tellIfSlow(sql, began);
    return changes;
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
    } finally {
      this.raw.pragma(`cache_size = -${USUAL_KIB}`);
    }
  }

  /**
   * Keeps more of the file in memory until the slow transaction ends, for many small rows in many places: what does not
   * fit is written before the end, and much of it again at the end.
   */
  makeRoom(): void {
    this.raw.pragma(`cache_size = -${ROOMY_KIB}`);
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
