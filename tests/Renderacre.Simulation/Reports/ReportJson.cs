using System.Text.Json.Serialization;

namespace Renderacre.Simulation.Reports;

/// <summary>The JSON of reports.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
