import { quotedText } from '../cmis/client.ts';
import { answerNames } from '../delivery/delivery.ts';

/** Documents of the provider's side that were changed at or after an instant, oldest change first. */
export function changesSince(since: string): string {
  return (
    'SELECT * FROM cmis:document' +
    ` WHERE cmis:lastModificationDate >= TIMESTAMP ${quotedText(since)}` +
    ` AND cmis:name IN (${answerNames.map(quotedText).join(', ')})` +
    ' ORDER BY cmis:lastModificationDate ASC'
  );
}
