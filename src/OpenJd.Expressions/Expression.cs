using System.Diagnostics.CodeAnalysis;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Nodes;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Syntax;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions;

/// <summary>
/// An expression of the EXPR extension, read and ready to be evaluated any number of times, by several threads at once
/// too. Source: expression language, "ParsedExpression".
/// </summary>
public sealed class Expression
{
    private Expression(string text, Node root, NameScope names)
    {
        (Text, Root, LocalCount) = (text, root, names.SlotCount);
        References = [.. names.Names
            .Where(name => name.Slot < 0)
            .Select(name => new SymbolReference(name.Name, name.Span))];
        CalledFunctions = [.. names.Calls.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>
    /// The symbols that the expression refers to, in order and repeated ones too, each as its full dotted name with the
    /// properties behind it: <c>Param.File.stem</c>. Loop variables are none.
    /// </summary>
    public IReadOnlyList<SymbolReference> References { get; }

    /// <summary>The names of the functions and methods that it calls, each once.</summary>
    public IReadOnlyList<string> CalledFunctions { get; }

    internal Node Root { get; }

    internal int LocalCount { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression, without braces around it.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ExpressionException">
    /// The text is not in the grammar (<see cref="ExpressionErrorKind.Syntax"/>), or has more than 65,536 characters or
    /// nests more than 128 deep (<see cref="ExpressionErrorKind.Limit"/>).
    /// </exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (root, names) = Parser.Parse(text);
        return new Expression(text, root, names);
    }

    /// <summary>Reads an expression without throwing.</summary>
    /// <param name="text">The expression, without braces around it.</param>
    /// <param name="result">The expression, where the text is one.</param>
    /// <param name="error">What is wrong, where it is none.</param>
    /// <returns>Whether the text is an expression.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Expression? result,
        [NotNullWhen(false)] out ExpressionException? error)
    {
        try
        {
            (result, error) = (Parse(text), null);
            return true;
        }
        catch (ExpressionException exception)
        {
            (result, error) = (null, exception);
            return false;
        }
    }

    /// <summary>
    /// Evaluates the expression. With symbols that are unresolved this checks it: the result is then unresolved too,
    /// and has the type that the expression will have.
    /// </summary>
    /// <param name="symbols">The values of the names that the expression refers to.</param>
    /// <param name="context">How paths are written, whether functions of the host exist, and what it may cost.</param>
    /// <param name="target">The type wanted, which the result is converted to (§1.2.3), or null for any.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExpressionException">
    /// A name is not known, types do not fit, values do not do, or a limit is reached; its kind says which.
    /// </exception>
    public ExpressionValue Evaluate(SymbolTable symbols, EvaluationContext context, ExpressionType? target = null)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(context);
        var evaluator = new Evaluator(Text, LocalCount, symbols, context);
        try
        {
            var result = Root.Evaluate(ref evaluator, target);
            if (target is not null) result = Coercion.Convert(ref evaluator, result, target);
            return result.ToValue();
        }
        catch (ExpressionException error) when (error.Expression is null)
        {
            throw error.In(Text, Root.Span, Root.Caret);
        }
        finally
        {
            context.Usage?.Add(evaluator.Operations, evaluator.PeakMemory);
        }
    }

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>A dotted name that is one symbol as a whole; for format strings without EXPR.</summary>
    internal static Expression PlainName(string name)
    {
        var node = new NameNode(name, [new Token(TokenKind.Name, 0, name.Length)]) { IsPlain = true };
        var names = new NameScope();
        names.Add(node);
        return new Expression(name, node, names);
    }
}
