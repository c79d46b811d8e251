using System.Text;
using OpenJd.Model.Documents;

namespace OpenJd.Fuzz.Templates;

/// <summary>Changes values and fields of a template, so that the text stays a document.</summary>
internal static class TreeMutation
{
    private const int ChangesMax = 3;

    private static readonly string[] Values =
    [
        "", " ", "0", "1", "-1", "1.5", "'1'", "'x'", "''", "true", "null", "~", "[]", "{}", "[1]", "{a: b}",
        "2026-01-31",
        "9223372036854775808", "-9223372036854775808", "1e400", ".inf", ".nan", "0o17", "'{{'", "'}}'", "'{{}}'",
        "'{{Param.A}}'", "'{{RawParam.P}}'", "'{{Param.P}}'", "'{{Task.Param.T}}'", "'{{Session.WorkingDirectory}}'",
        "'{{Env.File.F}}'", "'{{Task.File.F}}'", "'{{Job.Name}}'", "'{{Step.Name}}'", "'{{a}}'", "'a = 1'", "'a = b'",
        "'A = 1'", "'{{ 1 / 0 }}'", "'{{ [1, 2][5] }}'", "'{{ null }}'", "'{{ Param.A + 1 }}'", "'{{ fail(''x'') }}'",
        "'{{WrappedAction.Timeout}}'", "\"\\a\"", "\"a\\nb\"", "INT", "FLOAT", "STRING", "PATH", "BOOL", "RANGE_EXPR",
        "'LIST[INT]'", "'list[string]'", "'LIST[LIST[INT]]'", "'CHUNK[INT]'", "TERMINATE", "NOTIFY_THEN_TERMINATE",
        "CONTIGUOUS", "1-10", "10-1:-1", "1-5,3", "A * B", "(A, B)", "amount.worker.vcpu", "attr.worker.os.family",
        "'a/b'", "'..'", "LF", "AUTO", "LINUX", "'{{ ''}}'' }}'",
        "'{{ 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + [] }}'",
        "'{{ [Param.A] }}'", "'{{ [null] }}'", "'{{ 10 ** 30 }}'", "CHECK_BOX", "SPIN_BOX", "HIDDEN",
        "'C:\\x\\..\\..'", "'../x'", "'/a/./b'", "'s3://b/../k'", "'//host/share'",
        "EXPR", "WRAP_ACTIONS", "FEATURE_BUNDLE_1", "TASK_CHUNKING", "environment-2023-09", "jobtemplate-2023-09",
    ];

    private static readonly string[] Names =
    [
        "name", "type", "default", "allowedValues", "minLength", "maxLength", "minValue", "maxValue", "item", "let",
        "userInterface", "control", "steps", "script", "actions", "onRun", "onEnter", "onExit", "onWrapEnvEnter",
        "onWrapTaskRun", "onWrapEnvExit", "command", "args", "timeout", "cancelation", "mode", "notifyPeriodInSeconds",
        "embeddedFiles", "data", "filename", "runnable", "endOfLine", "variables", "bash", "python", "parameterSpace",
        "taskParameterDefinitions", "range", "chunks", "combination", "hostRequirements", "amounts", "attributes",
        "min",
        "max", "anyOf", "allOf", "dependencies", "dependsOn", "stepEnvironments", "jobEnvironments", "extensions",
        "specificationVersion", "parameterDefinitions", "description", "environment", "<<", "",
    ];

    public static string Apply(DocumentNode root, Random random)
    {
        for (var changes = random.Next(1, ChangesMax + 1); changes > 0; changes--)
            root = Change(root, random.NextInt64(SizeOf(root)), random);
        return new StringBuilder().AppendNode(root).ToString();
    }

    private static long SizeOf(DocumentNode node) => node switch
    {
        MappingNode mapping => 1 + mapping.Entries.Sum(entry => SizeOf(entry.Value)),
        SequenceNode sequence => 1 + sequence.Items.Sum(SizeOf),
        _ => 1,
    };

    /// <summary>Changes the node of a place, counted from the root down.</summary>
    private static DocumentNode Change(DocumentNode node, long place, Random random)
    {
        if (place == 0) return Changed(node, random);
        place--;
        if (node is MappingNode mapping)
        {
            var entries = mapping.Entries.ToList();
            var i = IndexOf([.. entries.Select(entry => entry.Value)], ref place);
            entries[i] = entries[i] with { Value = Change(entries[i].Value, place, random) };
            return new MappingNode(entries);
        }

        var items = ((SequenceNode)node).Items.ToList();
        var at = IndexOf(items, ref place);
        items[at] = Change(items[at], place, random);
        return new SequenceNode(items);
    }

    private static int IndexOf(List<DocumentNode> nodes, ref long place)
    {
        for (var i = 0; ; i++)
        {
            var size = SizeOf(nodes[i]);
            if (place < size) return i;
            place -= size;
        }
    }

    private static DocumentNode Changed(DocumentNode node, Random random) => (random.Next(6), node) switch
    {
        (0, MappingNode { Entries: [_, ..] entries }) => new MappingNode(Without(entries, random)),
        (1 or 2, MappingNode mapping) => new MappingNode(With(mapping.Entries, random)),
        (0, SequenceNode { Items: [_, ..] items }) => new SequenceNode(Without(items, random)),
        (1, SequenceNode { Items: [_, ..] items }) => new SequenceNode([.. items, items[random.Next(items.Count)]]),
        (2, SequenceNode { Items: [_, ..] items }) =>
            new SequenceNode([.. Enumerable.Repeat(items[0], random.Next(1, 60))]),
        (3, _) => new SequenceNode([node]),
        _ => Value(random),
    };

    private static List<T> Without<T>(IReadOnlyList<T> all, Random random)
    {
        var left = all.ToList();
        left.RemoveAt(random.Next(left.Count));
        return left;
    }

    private static List<MappingEntry> With(IReadOnlyList<MappingEntry> entries, Random random)
    {
        var name = Names[random.Next(Names.Length)];
        var value = entries.Count > 0 && random.Next(2) == 0
            ? entries[random.Next(entries.Count)].Value
            : Value(random);
        return [.. entries.Where(entry => entry.Name != name), new MappingEntry(name, value)];
    }

    /// <summary>A value that may stand anywhere.</summary>
    public static DocumentNode Value(Random random)
    {
        if (random.Next(12) == 0)
            return new ScalarNode(ScalarKind.String, new string('x', random.Next(1, 3000)));
        var value = Values[random.Next(Values.Length)];
        return ((MappingNode)DocumentReader.Read($"value: {value}")).Entries[0].Value;
    }
}
