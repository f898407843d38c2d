/** What a state took over from others: what it had not, or had in an older answer. */
export interface MergedCounts {
  /** Clients and people of control lists. */
  customers: number;
  lists: number;
  /** Resources whose facts were taken. */
  facts: number;
  /** Resources whose posts were taken. */
  evidence: number;
}
