/**
 * Numbered things in the order of their numbers, each once: what comes too early waits for those before it, and what
 * is known already is dropped.
 */
export class Sequence<T> {
  private readonly early = new Map<number, T>();

  /** @param known the last number that is known with all before it; undefined before anything is */
  constructor(private known?: number) {}

  /** The last number that is known with all before it. */
  place(): number | undefined {
    return this.known;
  }

  /** Takes one and returns those that it is the turn of now. */
  take(number: number, thing: T): T[] {
    if (this.known === undefined || number > this.known) {
      this.early.set(number, thing);
    }
    return this.turns();
  }

  /** Whether something waits for a number that has not come. */
  hasHole(): boolean {
    return this.early.size > 0;
  }

  /** Goes on from a number, whatever came before it; returns those that it is the turn of then. */
  goOnFrom(number: number): T[] {
    this.known = number;
    for (const one of [...this.early.keys()].filter((key) => key <= number)) {
      this.early.delete(one);
    }
    return this.turns();
  }

  private turns(): T[] {
    const turns: T[] = [];
    while (this.known !== undefined && this.early.has(this.known + 1)) {
      this.known += 1;
      turns.push(this.early.get(this.known) as T);
      this.early.delete(this.known);
    }
    return turns;
  }
}
