namespace OpenJd.Bench.Templates;

/// <summary>A document that means harm.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">The text.</param>
internal sealed record HostileInput(string Name, string Text)
{
    private const int Million = 1_000_000;

    // One below the greatest length, so that it is not refused by that alone.
    private const int Longest = (2 * 1024 * 1024) - 1;
    private const string Head = "specificationVersion: jobtemplate-2023-09\nextensions: [EXPR]\nname: J\n";

    public static IReadOnlyList<HostileInput> All { get; } =
    [
        new("100 MB of x", new string('x', 100 * Million)),
        new("a text of the greatest length", new string('x', Longest)),
        new("NUL bytes", new string('\0', Longest)),
        new("open lists", new string('[', Longest)),
        new("lists in lines", Repeat("- ", Longest)),
        new("objects in JSON", Repeat("{\"a\":", Longest)),
        new("a bomb of aliases", Bomb()),
        new("items in lines", Repeat("- a\n", Longest)),
        new("names", Names()),
        new("an endless quoted text", "a: \"" + new string('y', Longest - 4)),
        new("an endless block", "a: |\n" + Repeat(" line\n", Longest - 5)),
        new("anchors", Anchors()),
        new("unknown fields", Head + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"field{i}: x\n"))),
        new("steps that wait for unknown ones", Steps()),
        new("many allowed values", Allowed()),
        new("braces", Let($"a = '{Repeat("{{", 100_000)}'")),
        new("a deep expression", Let($"a = {Repeat("(", 60_000)}")),
        new("an expression without end", Let("a = [x for x in range(100000000)]")),
        new("a text without end", Let("a = 'x' * 1000000000")),
    ];

    private static string Let(string binding) =>
        $"{Head}steps: [{{name: S, let: [\"{binding}\"], script: {{actions: {{onRun: {{command: c}}}}}}}}]\n";

    private static string Repeat(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static string Bomb() => "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 40)
        .Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

    private static string Steps() => Head + "steps:\n" + string.Concat(Enumerable.Range(0, 8000).Select(i =>
        $"- {{name: {new string('s', 30)}{i}, dependencies: [{{dependsOn: {new string('t', 30)}{i}}}], "
            + "script: {actions: {onRun: {command: c}}}}\n"));

    private static string Allowed()
    {
        var numbers = string.Join(", ", Enumerable.Range(0, 40_000));
        return $"{Head}parameterDefinitions: [{{name: P, type: 'LIST[INT]', default: [{numbers}], "
            + $"item: {{allowedValues: [{numbers}]}}}}]\n";
    }

    private static string Names() => string.Concat(Enumerable.Range(0, 150_000).Select(i => $"a{i}: 1\n"));

    private static string Anchors() => string.Concat(Enumerable.Range(0, 120_000).Select(i => $"- &a{i} x\n"));
}
