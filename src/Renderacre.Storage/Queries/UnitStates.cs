using Renderacre.Contracts.Jobs;

namespace Renderacre.Storage.Queries;

/// <summary>A set of unit states.</summary>
/// <param name="Bits">One bit for each state's number.</param>
internal readonly record struct UnitStates(int Bits)
{
    public static readonly UnitStates All = Of([.. Enum.GetValues<TaskState>()]);

    public static UnitStates Of(params ReadOnlySpan<TaskState> states)
    {
        var bits = 0;
        foreach (var state in states)
            bits |= 1 << (int)state;
        return new UnitStates(bits);
    }

    public bool Has(TaskState state) => (Bits & (1 << (int)state)) != 0;
}
