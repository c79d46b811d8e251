using System.Text.Json.Nodes;
using OpenJd.Expressions;
using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;

namespace OpenJd.Vectors.Expressions;

/// <summary>What a vector asks for.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Symbols">The symbols it sees.</param>
/// <param name="Context">Path format, path mapping rules and limits.</param>
/// <param name="Target">The type wanted, or null.</param>
public sealed record ExpressionVector(
    string Text, SymbolTable Symbols, EvaluationContext Context, ExpressionType? Target)
{
    /// <summary>Reads a vector.</summary>
    /// <exception cref="InvalidDataException">A field is missing or malformed.</exception>
    public static ExpressionVector Read(JsonObject vector)
    {
        var context = ContextOf(vector);
        return new ExpressionVector(
            TextOf(vector, "expr") ?? throw new InvalidDataException("there is no text 'expr'"),
            SymbolsOf(vector["symbols"]?.AsObject(), context.PathFormat),
            context,
            TextOf(vector, "target") is { } target ? ExpressionType.Parse(target) : null);
    }

    private static EvaluationContext ContextOf(JsonObject vector)
    {
        var limits = EvaluationLimits.Specification;
        return new EvaluationContext
        {
            PathFormat = TextOf(vector, "path_format") is "windows" ? PathFormat.Windows : PathFormat.Posix,
            IsHostContext = vector.ContainsKey("path_mapping"),
            PathMappingRules = vector["path_mapping"]?.AsArray().Select(rule => RuleOf(rule!.AsObject())).ToList(),
            Limits = limits with
            {
                Operations = (long?)vector["operation_limit"] ?? limits.Operations,
                MemoryBytes = (long?)vector["memory_limit"] ?? limits.MemoryBytes,
            },
        };
    }

    private static PathMappingRule RuleOf(JsonObject rule) => new(
        Enum.Parse<SourcePathFormat>(TextOf(rule, "source_path_format") ?? "", ignoreCase: true),
        TextOf(rule, "source_path") ?? "",
        TextOf(rule, "destination_path") ?? "");

    private static SymbolTable SymbolsOf(JsonObject? symbols, PathFormat format)
    {
        var table = new SymbolTable();
        foreach (var (name, symbol) in symbols ?? [])
        {
            var type = ExpressionType.Parse(TextOf(symbol!.AsObject(), "type") ?? "");
            table[name] = SymbolValue.Of(type, TextOf(symbol.AsObject(), "value"), format);
        }

        return table;
    }

    private static string? TextOf(JsonObject owner, string name) => owner[name]?.GetValue<string>();
}
