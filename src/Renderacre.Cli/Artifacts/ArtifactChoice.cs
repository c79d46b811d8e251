using System.CommandLine;
using System.IO.Enumeration;
using Renderacre.Cli.Ids;
using Renderacre.Client;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Artifacts;

/// <summary>The argument and options that say which files are meant.</summary>
internal sealed class ArtifactChoice
{
    private readonly Argument<string?> _id = new("ID")
    {
        Description = "Id of a job or a task, or its unique start",
    };

    private readonly Option<ArtifactKind?> _kind = new("--kind")
    {
        Description = "Only files of this kind",
        HelpName = "image|scene|log|file",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Only files of this name, in which * and ? stand for what may differ",
        HelpName = "PATTERN",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="required">Whether the id has to be there; not where subcommands may stand in its place.</param>
    public ArtifactChoice(Command command, bool required)
    {
        _id.Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne;
        command.Add(_id);
        command.Add(_kind);
        command.Add(_name);
    }

    /// <summary>The files that are meant, in the order of their tasks.</summary>
    public async Task<IReadOnlyList<ArtifactRef>> FindAsync(
        FarmClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_id) ?? throw CliException.Usage("the ID of a job or a task is wanted");
        var prefix = new IdPrefix(id);
        var target = await JobOrTask.FindAsync(client, prefix, cancellationToken);
        return await target.TasksAsync(client, cancellationToken).SelectMany(ArtifactRef.Of)
            .Where(file => parsed.GetValue(_kind) is not { } kind || file.Kind == kind)
            .Where(file => parsed.GetValue(_name) is not { } pattern
                || FileSystemName.MatchesSimpleExpression(pattern, file.Name, ignoreCase: false))
            .ToListAsync(cancellationToken);
    }
}
