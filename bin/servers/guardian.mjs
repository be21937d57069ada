// Ends every part when the command that started them is gone, even by kill -9: nobody else would.
// Its standard input is a pipe held by that command; the system closes it whatever the end.
import { sweep } from './process_groups.mjs'

process.stdin.resume()
process.stdin.on('end', () => sweep(process.argv[2]).then(() => process.exit()))
