using OpenJd.Expressions;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Ranges;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Fuzz.Expressions;

/// <summary>The symbols, limits and targets that inputs are evaluated with.</summary>
internal sealed class Surroundings
{
    // Small, so that limits are met often and inputs are fast.
    private static readonly EvaluationLimits Limits = EvaluationLimits.Specification with
    {
        Operations = 20_000,
        MemoryBytes = 1_000_000,
    };

    private static readonly IReadOnlyList<PathMappingRule> Rules =
        [new(SourcePathFormat.Posix, "/mnt", @"D:\local"), new(SourcePathFormat.Uri, "s3://b", "/b")];

    private static readonly string[] TargetTypes = ["int", "string?", "list[string]", "path | int", "any"];

    private static readonly ExpressionType?[] Targets =
        [null, null, null, .. TargetTypes.Select(ExpressionType.Parse)];

    private readonly SymbolTable _known = Known();
    private readonly SymbolTable _unknown = Unknown();

    /// <summary>Evaluates a text, in surroundings that depend on it.</summary>
    /// <exception cref="FuzzException">A limit was broken, or the value is incomplete.</exception>
    public void Evaluate(string text)
    {
        var expression = Expression.Parse(text);
        var choice = ChoiceOf(text);
        var usage = new EvaluationUsage();
        var context = new EvaluationContext
        {
            PathFormat = choice % 2 == 0 ? PathFormat.Posix : PathFormat.Windows,
            IsHostContext = choice / 2 % 2 == 0,
            PathMappingRules = choice / 4 % 2 == 0 ? Rules : null,
            Limits = Limits,
            Usage = usage,
        };
        var symbols = choice / 8 % 3 == 0 ? _unknown : _known;
        var value = expression.Evaluate(symbols, context, Targets[choice / 24 % Targets.Length]);
        if (usage.Operations > Limits.Operations) throw new FuzzException($"It took {usage.Operations} operations.");
        if (usage.PeakMemoryBytes > Limits.MemoryBytes)
            throw new FuzzException($"It held {usage.PeakMemoryBytes} bytes.");
        if (value.Text is null || value.Type is null) throw new FuzzException("It has no text or no type.");
    }

    /// <summary>A number that is the same for a text in every run.</summary>
    private static int ChoiceOf(string text)
    {
        var hash = 2166136261;
        foreach (var unit in text) hash = unchecked((hash ^ unit) * 16777619);
        return (int)(hash & int.MaxValue);
    }

    private static SymbolTable Known() => new()
    {
        ["Param.Start"] = new IntValue(10),
        ["Param.Scale"] = FloatValue.TryParse("3.500")!,
        ["Param.Name"] = new StringValue("Shot_010 é😀"),
        ["Param.On"] = new BoolValue(true),
        ["Param.File"] = new PathValue("/proj/shots/beauty.0042.exr"),
        ["Param.Frames"] = new RangeValue(RangeExpression.Parse("1-10,20-1000000:3")),
        ["Param.Nothing"] = NullValue.Instance,
        ["Param.Ints"] = new ListValue(ExpressionType.Int, [new IntValue(4), new IntValue(-2)]),
        ["Param.Names"] = new ListValue(ExpressionType.String, [new StringValue("c d"), new StringValue("a")]),
        ["Param.Files"] = new ListValue(ExpressionType.Path, [new PathValue("/a/x.exr"), new PathValue("b")]),
        ["Param.Grid"] = new ListValue(
            ExpressionType.ListOf(ExpressionType.Int),
            [new ListValue(ExpressionType.Int, [new IntValue(1), new IntValue(2)])]),
        ["Param.Unknown"] = new UnresolvedValue(ExpressionType.Parse("int | string?")),
        ["Task.Param.Frame"] = new IntValue(42),
        ["Job.Name"] = new StringValue("My job"),
    };

    private static SymbolTable Unknown()
    {
        var table = new SymbolTable();
        var known = Known();
        foreach (var name in Vocabulary.Symbols)
        {
            if (known.TryGetValue(name, out var value)) table[name] = new UnresolvedValue(value.Type);
        }

        return table;
    }
}
