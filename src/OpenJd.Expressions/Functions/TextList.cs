using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Expressions.Functions;

/// <summary>Gathers texts for a list and checks the limits while it grows.</summary>
internal sealed class TextList
{
    private readonly List<Operand> _texts = [];
    private long _bytes;

    /// <summary>How many texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>A list of texts that are there already.</summary>
    public static Operand Of(ref Evaluator evaluator, IEnumerable<string> texts)
    {
        var list = new TextList();
        foreach (var text in texts) list.Add(ref evaluator, text);
        return list.Build();
    }

    /// <summary>Adds a text.</summary>
    /// <exception cref="Errors.ExpressionException">A limit is reached.</exception>
    public void Add(ref Evaluator evaluator, string text)
    {
        evaluator.CountElements(1);
        _bytes += Operand.TextSize(text.Length);

        // The gathered operands grow by doubling and are copied once more at the end.
        evaluator.Reserve(_bytes + Operand.ListSize(4L * _texts.Count));
        _texts.Add(Operand.Of(text));
    }

    /// <summary>The list of all texts, the last one first where wanted.</summary>
    public Operand Build(bool reversed = false)
    {
        if (reversed) _texts.Reverse();
        return Operand.Of(new ListValue(ExpressionType.String, [.. _texts], _texts.Count));
    }
}
