/** A text that an assistant drafted, or why it is not shown. */
export interface Draft {
  /** Null where there is none that may be shown. A teaser has `{link}` where its link goes. */
  text: string | null;
  /** Why not, in English; empty where there is a text. */
  why: string;
}

/** What an assistant drafted for one resource. */
export interface Drafts {
  /** Of all that was sent: the same again need not be asked. */
  digest: string;
  pitch: Draft;
  teaser: Draft;
}
