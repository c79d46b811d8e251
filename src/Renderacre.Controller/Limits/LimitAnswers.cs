using Renderacre.Contracts.Limits;
using Renderacre.Controller.Reading;
using Renderacre.Storage.Rows;

namespace Renderacre.Controller.Limits;

/// <summary>Limits as the wire shows them.</summary>
/// <param name="reading">Reads the farm.</param>
internal sealed class LimitAnswers(FarmReading reading)
{
    /// <summary>The limits by name.</summary>
    public IReadOnlyList<LimitSnapshot> List() => [.. reading.Read(queries => queries.Limits()).Select(ToSnapshot)];

    private static LimitSnapshot ToSnapshot(LimitRow row) =>
        new(row.Name, row.MaxCount, row.Used, Math.Max(row.MaxCount - row.Used, 0));
}
