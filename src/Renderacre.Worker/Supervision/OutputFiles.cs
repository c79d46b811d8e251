using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Sessions;
using OutputCheck = Renderacre.Contracts.Jobs.OutputCheck;

namespace Renderacre.Worker.Supervision;

/// <summary>Looks for the files that a task must have made.</summary>
/// <param name="rules">Path mapping rules, for paths that stand as they are.</param>
/// <param name="folder">What relative paths are below.</param>
internal sealed class OutputFiles(IReadOnlyList<PathMappingRule> rules, string folder)
{
    /// <summary>Files of one check, at most: a chunk has one for each of its values.</summary>
    public const int FilesMax = 10_000;

    /// <summary>Looks for the files of a direct task.</summary>
    /// <param name="checks">The checks.</param>
    /// <returns>Null, or what is missing.</returns>
    public string? Missing(IEnumerable<OutputCheck> checks) =>
        checks.Select(check => Look(Here(check.Path), check)).FirstOrDefault(missing => missing is not null);

    /// <summary>Looks for the files of a template's task.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="session">Its session, for the values that it saw.</param>
    /// <param name="step">Its step.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>Null, or what is missing.</returns>
    public string? Missing(
        IEnumerable<OutputCheck> checks, Session session, Step step, IReadOnlyList<TaskParameterValue> parameters)
    {
        try
        {
            return checks.SelectMany(check => Paths(check.Path, session, step, parameters)
                    .Select(path => Look(path, check)))
                .FirstOrDefault(missing => missing is not null);
        }
        catch (Exception error) when (error is ExpressionException or InvalidDataException)
        {
            return error.Message;
        }
    }

    // What a value of the job begins with was mapped already.
    private IEnumerable<string> Paths(
        string format, Session session, Step step, IReadOnlyList<TaskParameterValue> parameters) =>
        EachValue(parameters).Take(FilesMax)
            .Select(each => session.Resolve(step, each, format, "output_checks.path"))
            .Distinct(StringComparer.Ordinal)
            .Select(path => format.StartsWith("{{", StringComparison.Ordinal) ? path : Here(path));

    private static IEnumerable<IReadOnlyList<TaskParameterValue>> EachValue(
        IReadOnlyList<TaskParameterValue> parameters)
    {
        // A template has one such parameter at most.
        TaskParameterValue[] chunks = [.. parameters.Where(each => each.Type == TaskParameterType.ChunkInt)];
        return chunks is not [TaskParameterValue chunk]
            ? [parameters]
            : Values(RangeExpression.Parse(chunk.Value)).Select(value => (IReadOnlyList<TaskParameterValue>)
                [.. parameters.Select(each => each == chunk ? Single(chunk.Name, value) : each)]);
    }

    private static IEnumerable<long> Values(RangeExpression range)
    {
        for (long at = 0; at < range.Count; at++)
            yield return range[at];
    }

    private static TaskParameterValue Single(string name, long value) => new(
        name, TaskParameterType.Int, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string Here(string path) => PathMapping.Apply(rules, path);

    private string? Look(string path, OutputCheck check)
    {
        long wanted = check.BytesMin ?? 1;
        var file = new FileInfo(Path.Combine(folder, path));
        if (!file.Exists)
            return $"output file {file.FullName} is missing (output_checks)";
        return file.Length < wanted
            ? $"output file {file.FullName} has {file.Length} bytes; at least {wanted} are wanted (output_checks)"
            : null;
    }
}
