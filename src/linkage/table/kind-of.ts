import { address, email, text } from './kinds/words.ts';
import { category, number } from './kinds/category.ts';
import { chineseName } from './kinds/chinese-name.ts';
import { dateKind, isMonthFirst } from './kinds/date.ts';
import type { Kind } from './kinds/kind.ts';
import { idNumber, phone, postcode } from './kinds/codes.ts';
import { latinName } from './kinds/latin-name.ts';
import type { KindId } from './table-config.ts';

/** The kind of a column; dates look at the cells to tell day from month. */
export function kindOf(id: KindId, cells: readonly (string | null)[]): Kind {
  switch (id) {
    case 'id-number':
      return idNumber;
    case 'chinese-name':
      return chineseName;
    case 'latin-name':
    case 'given-name':
    case 'surname':
      return latinName;
    case 'date':
      return dateKind(isMonthFirst(cells));
    case 'address':
      return address;
    case 'phone':
      return phone;
    case 'postcode':
      return postcode;
    case 'email':
      return email;
    case 'category':
      return category;
    case 'text':
      return text;
    case 'number':
      return number;
  }
}
