using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Writes lists, and the lists in them, as a text, and checks the limits while the text grows.</summary>
/// <param name="Start">What stands before the elements.</param>
/// <param name="Separator">What stands between them.</param>
/// <param name="End">What stands behind them.</param>
/// <param name="WriteElement">Writes an element that is no list.</param>
internal sealed record ListWriter(
    string Start, string Separator, string End, Action<StringBuilder, Operand> WriteElement)
{
    /// <summary>What the display text of a list is: JSON with characters beyond ASCII as they are.</summary>
    public static ListWriter Json { get; } = new("[", ", ", "]", (text, element) =>
    {
        if (element.IsString || element.IsPath) ListText.WriteString(text, element.String);
        else text.Append(element.Text);
    });

    /// <summary>What a list of one list starts with where that is not <see cref="Start"/>.</summary>
    public string? StartOfOneList { get; init; }

    /// <summary>Writes a list.</summary>
    /// <exception cref="Errors.ExpressionException">A limit is reached.</exception>
    public void Write(ref Evaluator evaluator, StringBuilder text, ListValue list)
    {
        evaluator.CountElements(list.Count);
        var isOneList = list.Count == 1 && list.ElementType.IsList;
        text.Append(isOneList ? StartOfOneList ?? Start : Start);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(Separator);
            if (list.Elements[i].TryGetList(out var inner)) Write(ref evaluator, text, inner);
            else WriteElement(text, list.Elements[i]);
            evaluator.Reserve(Operand.TextSize(text.Length));
        }

        text.Append(End);
    }

    /// <summary>The text as a result.</summary>
    public static Operand Finish(ref Evaluator evaluator, StringBuilder text)
    {
        evaluator.ReserveText(2L * text.Length);
        return Operand.Of(text.ToString());
    }
}
