using OpenJd.Expressions.Errors;

namespace OpenJd.Fuzz.Expressions;

/// <summary>Expressions: each ends in a value within its limits or in an <see cref="ExpressionException"/>.</summary>
public sealed class ExpressionTarget : IFuzzTarget
{
    private readonly Surroundings _surroundings = new();

    /// <inheritdoc/>
    public string Name => "expressions";

    /// <inheritdoc/>
    public string Make(Random random) => ExpressionInputs.Make(random);

    /// <inheritdoc/>
    public bool Run(string input)
    {
        try
        {
            _surroundings.Evaluate(input);
            return true;
        }
        catch (ExpressionException)
        {
            return false;
        }
    }
}
