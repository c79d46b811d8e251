using System.Globalization;
using System.Text;

namespace OpenJd.Fuzz.Templates;

/// <summary>Documents that have too much of something: levels, names, items, faults.</summary>
internal static class Excess
{
    private const string Head = "specificationVersion: jobtemplate-2023-09\nname: J\n";
    private const string WrongStep = "- {{name: S{0}, let: ['A'], bash: 5}}\n";
    private const int LevelsMax = 200;
    private const int ItemsMax = 3000;
    private const int ValuesMax = 120_000;

    private static readonly string[] Openings = ["[", "{a: ", "- ", "{\"a\":", "((", "&x "];

    private static readonly string[] Lines =
    [
        "- x\n", "f{0}: x\n", "- &a{0} x\n", "\"{0}\": [1]\n", "? {0}\n", "- {{name: S{0}}}\n", "- [*a, *a]\n",
    ];

    public static string Make(Random random) => random.Next(8) switch
    {
        0 or 1 => string.Concat(Enumerable.Repeat(Openings[random.Next(Openings.Length)], random.Next(LevelsMax))),
        2 => Repeat("", Lines[random.Next(Lines.Length)], random.Next(ValuesMax)),
        3 => Repeat(Head, Lines[random.Next(Lines.Length)], random.Next(ItemsMax)),
        4 => Repeat($"{Head}extensions: [EXPR]\nsteps:\n", WrongStep, random.Next(ItemsMax)),
        5 => Repeat($"{Head}parameterDefinitions:\n", "- {{name: P, type: INT{0}}}\n", random.Next(ItemsMax)),
        6 => Repeat($"{Head}steps:\n", Step(random), random.Next(ItemsMax)),
        _ => random.Next(2) == 0 ? Bomb(random.Next(2, 30)) : Circle(random.Next(1, 60), random.Next(60)),
    };

    /// <summary>A step that waits for one that is not there, or for one beside it.</summary>
    private static string Step(Random random) =>
        $"- {{{{name: S{{0}}, dependencies: [{{{{dependsOn: S{(random.Next(2) == 0 ? "{1}" : "x{1}")}}}}}], "
            + "script: {{actions: {{onRun: {{command: c}}}}}}}}\n";

    private static string Repeat(string head, string line, int count)
    {
        var text = new StringBuilder(head);
        var format = CompositeFormat.Parse(line);
        for (var i = 0; i < count; i++) text.AppendFormat(CultureInfo.InvariantCulture, format, i, i + 1);
        return text.ToString();
    }

    /// <summary>Steps that wait for each other in a circle, and some more that wait for those.</summary>
    private static string Circle(int steps, int tail) => $"{Head}steps:\n" + string.Concat(
        Enumerable.Range(0, steps + tail).Select(i =>
            $"- {{name: S{i}, dependencies: [{{dependsOn: S{(i < steps ? (i + 1) % steps : i - 1)}}}], "
                + "script: {actions: {onRun: {command: c}}}}\n"));

    private static string Bomb(int levels) => "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, levels)
        .Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));
}
