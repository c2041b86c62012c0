// node check.cjs FILE…: parses PowerShell and prints, as JSON, for each file what is wrong and which commands it calls.
const fs = require('fs');
const { Language, Parser } = require('web-tree-sitter');

function walk(node, visit) {
  visit(node);
  for (const child of node.children) walk(child, visit);
}

async function main() {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  const found = {};
  for (const file of process.argv.slice(2)) {
    const wrong = [];
    const commands = new Set();
    walk(parser.parse(fs.readFileSync(file, 'utf8')).rootNode, (node) => {
      if (node.isError || node.isMissing) wrong.push(`${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
      if (node.type === 'command_name') commands.add(node.text);
    });
    found[file] = { wrong, commands: [...commands].sort() };
  }
  process.stdout.write(JSON.stringify(found));
}

main();
