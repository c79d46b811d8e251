using OpenJd.Expressions;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;

namespace OpenJd.Sessions.Scopes;

/// <summary>What the format strings of one script see on this host, and how they are resolved.</summary>
/// <param name="symbols">The values.</param>
/// <param name="syntax">What may stand between braces: the template's extensions say it.</param>
/// <param name="context">How expressions are evaluated on this host.</param>
internal sealed class ScriptScope(SymbolTable symbols, ExpressionSyntax syntax, EvaluationContext context)
{
    // An item of a list may be dropped, or be several. Source: expression language §1.3.2.
    private static readonly ExpressionType ItemType = ExpressionType.UnionOf(
        ExpressionType.String, ExpressionType.Null, ExpressionType.ListOf(ExpressionType.String));

    /// <summary>The values.</summary>
    public SymbolTable Symbols => symbols;

    /// <summary>A scope that sees this one's values and more of its own.</summary>
    public ScriptScope Within() => new(new SymbolTable(symbols), syntax, context);

    /// <summary>Evaluates <c>let</c> bindings one after another and makes them known.</summary>
    /// <exception cref="ExpressionException">One cannot be evaluated; the message names it.</exception>
    public void Bind(IReadOnlyList<LetDefinition> bindings)
    {
        foreach (var binding in bindings)
        {
            symbols[binding.Name] = Named($"let {binding.Name}",
                () => Expression.Parse(binding.Expression).Evaluate(symbols, context));
        }
    }

    /// <summary>Resolves a format string to text.</summary>
    /// <param name="format">The format string.</param>
    /// <param name="field">What it is of, for messages.</param>
    /// <exception cref="ExpressionException">It cannot be resolved; the message names the field.</exception>
    public string Text(string format, string field) =>
        Named(field, () => FormatString.Parse(format, syntax).Resolve(symbols, context));

    /// <summary>Resolves a format string that is of no template: any expression may stand in it.</summary>
    /// <param name="format">The format string.</param>
    /// <param name="field">What it is of, for messages.</param>
    /// <exception cref="ExpressionException">It cannot be resolved; the message names the field.</exception>
    public string TextOfAny(string format, string field) =>
        Named(field, () => FormatString.Parse(format, ExpressionSyntax.Expressions).Resolve(symbols, context));

    /// <summary>Resolves the items of a list: with EXPR one may be dropped, or become several.</summary>
    /// <param name="formats">The format strings.</param>
    /// <param name="field">What they are of, for messages.</param>
    /// <exception cref="ExpressionException">One cannot be resolved; the message names it.</exception>
    public IReadOnlyList<string> Items(IReadOnlyList<string> formats, string field) =>
        [.. formats.SelectMany((format, index) => Named($"{field}[{index}]", () => Item(format)))];

    /// <summary>Resolves a format string of an optional field.</summary>
    /// <param name="format">The format string.</param>
    /// <param name="type">The field's type where it is given.</param>
    /// <param name="field">What it is of, for messages.</param>
    /// <returns>The value, or null where the field counts as not given.</returns>
    /// <exception cref="ExpressionException">It cannot be resolved; the message names the field.</exception>
    public ExpressionValue? Optional(string format, ExpressionType type, string field)
    {
        var value = Named(field, () => FormatString.Parse(format, syntax)
            .Evaluate(symbols, context, ExpressionType.OptionalOf(type)));
        return value is NullValue ? null : value;
    }

    private IReadOnlyList<string> Item(string text)
    {
        var format = FormatString.Parse(text, syntax);
        if (syntax == ExpressionSyntax.PlainNames || !format.IsSingleExpression)
            return [format.Resolve(symbols, context)];
        return format.Evaluate(symbols, context, ItemType) switch
        {
            NullValue => [],
            ListValue list => [.. list.Select(element => element.Text)],
            var value => [value.Text],
        };
    }

    private static T Named<T>(string field, Func<T> resolve)
    {
        try
        {
            return resolve();
        }
        catch (ExpressionException error)
        {
            throw new ExpressionException(error.Kind, $"{field}: {error.Message}", error.Span);
        }
    }
}
