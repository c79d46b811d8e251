using System.CommandLine;
using OpenJd.Cli.Running;
using OpenJd.Cli.Templates;

namespace OpenJd.Cli.Commands;

/// <summary>The commands for templates.</summary>
public static class TemplateCommands
{
    /// <summary>Adds <c>check</c>, <c>summary</c>, <c>run</c>, <c>schema</c> and <c>completion</c>.</summary>
    /// <param name="root">The program that gets them.</param>
    /// <param name="host">What they stand in.</param>
    public static void AddTo(RootCommand root, CliHost host)
    {
        ArgumentNullException.ThrowIfNull(root);
        root.Add(CheckCommand.Create(host));
        root.Add(SummaryCommand.Create(host));
        root.Add(RunCommand.Create(host));
        root.Add(SchemaCommand.Create(host));
        root.Add(CompletionCommand.Create(host, root));
    }
}
