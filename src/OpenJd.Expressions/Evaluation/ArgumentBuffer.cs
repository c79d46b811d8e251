using System.Runtime.CompilerServices;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Room on the stack for the arguments of a call; no function of the library takes more.</summary>
[InlineArray(Capacity)]
internal struct ArgumentBuffer
{
    public const int Capacity = 4;

#pragma warning disable IDE0044, IDE0051 // The one field stands for all elements; nobody names it.
    private Operand _first;
#pragma warning restore IDE0044, IDE0051
}
