using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Cli.Running;

/// <summary>Which tasks of the selected step run.</summary>
/// <param name="Tasks">Those that were named, or null for those of the parameter space in order.</param>
/// <param name="Maximum">The most to run; null for no limit.</param>
internal sealed record TaskSelection(IReadOnlyList<IReadOnlyList<TaskParameterValue>>? Tasks, long? Maximum)
{
    /// <summary>All tasks.</summary>
    public static readonly TaskSelection All = new(null, null);

    /// <summary>The first tasks.</summary>
    /// <param name="maximum">How many; 0 and below for all.</param>
    public static TaskSelection First(int maximum) => new(null, maximum > 0 ? maximum : null);

    /// <summary>One task, of values given as NAME=VALUE.</summary>
    /// <param name="given">The values.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="CliException">They are no task of the step; the message lists all that is wrong.</exception>
    public static TaskSelection OfOne(IReadOnlyList<string> given, Step step)
    {
        var faults = new List<string>();
        var values = new List<KeyValuePair<string, string>>();
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals > 0 ? pair[..equals].Trim() : "";
            if (name.Length == 0)
                faults.Add($"Task parameter '{pair}' is to be NAME=VALUE.");
            else if (values.Any(known => known.Key == name))
                faults.Add($"Task parameter '{name}' is given more than once.");
            else
                values.Add(new(name, pair[(equals + 1)..]));
        }

        return Checked([values], step, faults);
    }

    /// <summary>The tasks of a document: an array of objects with texts or numbers.</summary>
    /// <param name="document">The document.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="CliException">It holds others; the message lists all that is wrong.</exception>
    public static TaskSelection OfDocument(DocumentNode document, Step step)
    {
        if (document is not SequenceNode sequence)
            throw new CliException(ExitCode.Failure, "--tasks: an array of objects is wanted");
        var faults = new List<string>();
        var tasks = new List<List<KeyValuePair<string, string>>>();
        foreach (var (place, item) in sequence.Items.Index())
        {
            if (item is MappingNode map)
            {
                tasks.Add([.. map.Entries.Select(entry => new KeyValuePair<string, string>(
                    entry.Name, Scalar(entry, place, faults)))]);
            }
            else
            {
                faults.Add($"Task {place}: an object with a value for each parameter is wanted.");
            }
        }

        return Checked(tasks, step, faults);
    }

    private static string Scalar(MappingEntry entry, int task, List<string> faults)
    {
        if (entry.Value is ScalarNode { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Float } scalar)
            return scalar.Text;
        faults.Add($"Task {task}: Parameter {entry.Name} is to be a text or a number.");
        return "";
    }

    private static TaskSelection Checked(
        IReadOnlyList<List<KeyValuePair<string, string>>> tasks, Step step, List<string> faults)
    {
        if (step.ParameterSpace is not { } definition)
            throw Fault([$"Step '{step.Name}' has no task parameters; run it without naming tasks."]);
        var space = ParameterSpace.Create(definition);
        var types = definition.Parameters.ToDictionary(one => one.Name, one => one.Type, StringComparer.Ordinal);
        var checkedTasks = new List<IReadOnlyList<TaskParameterValue>>();
        foreach (var (place, task) in tasks.Index())
        {
            var before = faults.Count;
            CheckNames(task, types, place, faults);
            if (faults.Count != before)
                continue;
            TaskParameterValue[] values = [.. task.Select(one =>
                new TaskParameterValue(one.Key, types[one.Key], one.Value))];
            if (space.Contains(values))
                checkedTasks.Add(values);
            else
                faults.Add($"Task {place}: {Describe(values)} is not in the parameter space range.");
        }

        return faults.Count == 0 ? new TaskSelection(checkedTasks, null) : throw Fault(faults);
    }

    private static void CheckNames(
        List<KeyValuePair<string, string>> task, Dictionary<string, TaskParameterType> types, int place,
        List<string> faults)
    {
        faults.AddRange(task.Where(one => !types.ContainsKey(one.Key))
            .Select(one => $"Task {place}: the step has no task parameter '{one.Key}'."));
        faults.AddRange(types.Keys.Where(name => !task.Any(one => one.Key == name))
            .Select(name => $"Task {place}: a value for task parameter '{name}' is missing."));
    }

    private static string Describe(IReadOnlyList<TaskParameterValue> values) => string.Join(", ", values.Select(one =>
        $"Parameter {one.Name} of type {ParameterTypeNames.Of(one.Type)} value {one.Value}"));

    private static CliException Fault(IEnumerable<string> faults) => new(
        ExitCode.Failure,
        string.Join(Environment.NewLine,
            ["Errors defining task parameter values:", .. faults.Select(fault => $" - {fault}")]));
}
