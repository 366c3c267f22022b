// Starts `hedgelint lsp` for the stories that are open, and starts it again when its settings change. All else is the server's.

import { commands, ExtensionContext, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

const LANGUAGES = ["plaintext", "markdown", "mdx", "html", "yaml"]; // YAML: rules and lists

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("hedgelint.restart", restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hedgelint.command")) void restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("hedgelint");
  const [program = "hedgelint", ...given] = settings.get<string[]>("command", []);
  const server = { command: program, args: given, options: { cwd: workspace.workspaceFolders?.[0]?.uri.fsPath } };
  client = new LanguageClient("hedgelint", "hedgelint", server, {
    documentSelector: LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
    initializationOptions: {
      severity: settings.get("severity"),
      debounce: settings.get("debounce"),
      inlayHints: settings.get("inlayHints"),
    },
    synchronize: { configurationSection: "hedgelint" },
  });
  try {
    await client.start();
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      `hedgelint does not start (${program}: ${told}). Install it with pip install 'hedgelint[lsp]', or say where it is in hedgelint.command.`,
    );
  }
}
