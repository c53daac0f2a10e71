// Says what is wrong with an AsyncAPI document, one line each.
import { Parser, fromFile } from '@asyncapi/parser';

const diagnostics = await fromFile(new Parser(), process.argv[2]).validate();
const flaws = diagnostics.filter(({ severity }) => severity <= 1);
flaws.forEach(({ message, path }) => console.log(`${path.join('/')}: ${message}`));
process.exit(flaws.length === 0 ? 0 : 1);
