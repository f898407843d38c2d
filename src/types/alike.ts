/** An item that is like another one but for some of its properties. */
export class Alike<Item extends object> {
  readonly like: Item;
  readonly own: Partial<Item>;

  constructor(like: Item, own: Partial<Item>) {
    this.like = like;
    this.own = own;
  }

  get whole(): Item {
    return { ...this.like, ...this.own };
  }
}

export const itemOf = <Item extends object>(each: Item | Alike<Item>): Item =>
  each instanceof Alike ? each.whole : each;
