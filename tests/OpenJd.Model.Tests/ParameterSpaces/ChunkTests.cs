using CsCheck;
using OpenJd.Expressions.Ranges;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Model.Tests.ParameterSpaces;

/// <summary>Chunks of CHUNK[INT] parameters (template schemas §3.4.1.5).</summary>
public sealed class ChunkTests
{
    private static readonly Gen<string> Ranges = Gen
        .Select(Gen.Int[1, 4], Gen.Int[1, 6], Gen.Int[1, 3])
        .List[1, 5]
        .Select(parts =>
        {
            var (next, texts) = (-7, new List<string>());
            foreach (var (gap, count, step) in parts)
            {
                var last = next + ((count - 1) * step);
                texts.Add(last == next ? $"{next}" : $"{next}-{last}:{step}");
                next = last + gap;
            }

            return string.Join(',', texts);
        });

    [Fact]
    public void A_contiguous_chunk_ends_where_a_number_is_missing() =>
        Assert.Equal(["1-2", "3-4", "6-6", "8-8"], Chunks(Of("1-4,6-8:2", 2)));

    [Fact]
    public void A_contiguous_run_may_go_through_several_parts_of_the_range() =>
        Assert.Equal(["1-1", "3-3", "5-7", "9-9"], Chunks(Of("1-5:2,6,7-9:2", 3)));

    [Fact]
    public void Chunks_differ_by_one_value_at_most_with_the_longer_ones_spread_evenly() =>
        Assert.Equal(["1-3", "4-5", "6-8", "9-10"], Chunks(Of("1-10", 3)));

    [Fact]
    public void A_noncontiguous_chunk_may_have_gaps_and_is_written_canonically() =>
        Assert.Equal(["1-7:3", "10-12"], Chunks(Of("1-10:3,11-12", 3, RangeConstraint.Noncontiguous)));

    [Fact]
    public void A_list_is_cut_in_its_own_order() =>
        Assert.Equal(["5-6", "1-2", "3-3"], Chunks(new TaskParameterDefinition
        {
            Name = "C",
            Type = TaskParameterType.ChunkInt,
            Values = ["5", "6", "1", "2", "3"],
            Chunks = new ChunkDefinition(2, 0, RangeConstraint.Contiguous),
        }));

    [Fact]
    public void An_adaptive_parameter_moves_fastest_and_takes_whole_chunks()
    {
        var space = Space("C * A", Of("1-5", 2, target: 60), Number("A", "1-2"));
        Assert.True(space.IsAdaptive);
        Assert.Equal(10, space.TaskCount);
        Assert.Equal(["1-2 1", "3-4 1", "5-5 1", "1-2 2", "3-4 2", "5-5 2"], Rows(space.Tasks()));
    }

    [Fact]
    public void The_scheduler_sets_the_size_of_each_adaptive_chunk()
    {
        var tasks = Space("C * A", Of("1-9", 2, target: 60), Number("A", "1-2")).AdaptiveTasks()!;
        var taken = new List<IReadOnlyList<TaskParameterValue>>();
        while (tasks.TakeNext() is { } task)
        {
            taken.Add(task);
            tasks.ChunkSize++;
        }

        Assert.Equal(["1-2 1", "3-5 1", "6-9 1", "1-5 2", "6-9 2"], Rows(taken));
        Assert.Throws<ArgumentOutOfRangeException>(() => tasks.ChunkSize = 0);
    }

    [Fact]
    public void A_space_of_fixed_chunks_hands_out_none_by_size() =>
        Assert.Null(Space(null, Of("1-9", 2)).AdaptiveTasks());

    [Fact]
    public void Chunks_of_a_hundred_million_million_values_are_found_by_index()
    {
        var space = Space(null, Of("1-100000000000000", 7));
        Assert.Equal(100_000_000_000_000, space.TaskCount);
        Assert.Equal(14_285_714_285_715, space.Length);
        Assert.Equal("99999999999995-100000000000000", space[space.Length - 1][0].Value);
        Assert.Equal(12_345_678_901_234, space.IndexOf(space[12_345_678_901_234]));
        Assert.Equal(50_000_000_000_000, Space(null, Of("1-100000000000000:2", 7)).Length);
    }

    [Fact]
    public void Any_part_of_the_values_that_the_constraint_allows_is_in_the_space()
    {
        var space = Space(null, Of("1-7,9", 3), Number("A", "1-2"));
        Assert.True(space.Contains([Value("2-4"), Other("2")]));
        Assert.False(space.Contains([Value("2-4"), Other("3")]));
        Assert.False(space.Contains([Value("2,4"), Other("2")]));
        Assert.False(space.Contains([Value("7-9"), Other("2")]));
        Assert.False(space.Contains([Value("x"), Other("2")]));
        Assert.Null(space.IndexOf([Value("2-4"), Other("2")]));
        Assert.True(Space(null, Of("1-7,9", 3, RangeConstraint.Noncontiguous)).Contains([Value("2,9")]));
    }

    [Fact]
    public void Chunks_are_the_values_in_order_within_their_size_and_found_again() =>
        Gen.Select(Ranges, Gen.Int[1, 5], Gen.Bool, Gen.Bool).Sample((range, size, contiguous, adaptive) =>
        {
            var constraint = contiguous ? RangeConstraint.Contiguous : RangeConstraint.Noncontiguous;
            var space = Space(null, Of(range, size, constraint, adaptive ? 1 : 0));
            var chunks = space.Tasks().Select(task => task[0].Value).ToList();
            Assert.Equal(space.Length, chunks.Count);
            Assert.Equal(
                Numbers(RangeExpression.Parse(range)), chunks.Select(RangeExpression.Parse).SelectMany(Numbers));
            Assert.All(chunks, chunk => Assert.InRange(RangeExpression.Parse(chunk).Count, 1, size));
            Assert.Equal(chunks, Enumerable.Range(0, chunks.Count).Select(index => space[index][0].Value));
            Assert.Equal(
                Enumerable.Range(0, chunks.Count).Select(index => (long?)index),
                chunks.Select(chunk => space.IndexOf([Value(chunk)])));
        });

    private static IEnumerable<long> Numbers(RangeExpression range)
    {
        for (var i = 0L; i < range.Count; i++) yield return range[i];
    }

    private static IEnumerable<string> Chunks(TaskParameterDefinition parameter) =>
        Rows(Space(null, parameter).Tasks());

    private static IEnumerable<string> Rows(IEnumerable<IReadOnlyList<TaskParameterValue>> tasks) =>
        tasks.Select(task => string.Join(' ', task.Select(value => value.Value)));

    private static ParameterSpace Space(string? combination, params TaskParameterDefinition[] parameters) =>
        ParameterSpace.Create(new ParameterSpaceDefinition { Parameters = parameters, Combination = combination });

    private static TaskParameterDefinition Of(
        string range, long size, RangeConstraint constraint = RangeConstraint.Contiguous, long target = 0) => new()
        {
            Name = "C",
            Type = TaskParameterType.ChunkInt,
            RangeExpression = range,
            Chunks = new ChunkDefinition(size, target, constraint),
        };

    private static TaskParameterDefinition Number(string name, string range) =>
        new() { Name = name, Type = TaskParameterType.Int, RangeExpression = range };

    private static TaskParameterValue Value(string text) => new("C", TaskParameterType.ChunkInt, text);

    private static TaskParameterValue Other(string text) => new("A", TaskParameterType.Int, text);
}
