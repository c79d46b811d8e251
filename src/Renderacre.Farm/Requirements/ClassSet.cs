using System.Numerics;
using System.Runtime.CompilerServices;

namespace Renderacre.Farm.Requirements;

/// <summary>
/// A set of requirement classes by their numbers, as bits: sets are met word by word. The first 256 lie in the object
/// itself, so that asking a worker or a share what it has to do with a search touches one piece of memory.
/// </summary>
internal sealed class ClassSet
{
    private const int WordBits = 64;
    private const int WordsInside = ClassWords.Length;

    private ClassWords _inside;
    private ulong[] _beyond = [];

    /// <summary>Whether a class is in the set.</summary>
    public bool this[int id]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (WordAt((uint)id / WordBits) >> id & 1) != 0;
        set
        {
            int word = id / WordBits - WordsInside;
            if (word >= _beyond.Length)
                Array.Resize(ref _beyond, word + 1);
            ref ulong bits = ref word < 0 ? ref _inside.All[word + WordsInside] : ref _beyond[word];
            ulong bit = 1UL << id % WordBits;
            bits = value ? bits | bit : bits & ~bit;
        }
    }

    /// <summary>Takes every class out.</summary>
    public void Clear()
    {
        _inside = default;
        Array.Clear(_beyond);
    }

    /// <summary>Becomes equal to another set.</summary>
    public void SetTo(ClassSet other) => SetToCommon(other, other);

    /// <summary>Becomes what two sets have in common.</summary>
    /// <returns>Whether that is anything.</returns>
    public bool SetToCommon(ClassSet left, ClassSet right)
    {
        _inside = ClassWords.Common(in left._inside, in right._inside);
        ulong any = 0;
        int length = Math.Min(left._beyond.Length, right._beyond.Length);
        if (_beyond.Length < length)
            _beyond = new ulong[length];
        for (int word = 0; word < _beyond.Length; word++)
            any |= _beyond[word] = word < length ? left._beyond[word] & right._beyond[word] : 0;
        return any != 0 || !_inside.IsEmpty;
    }

    /// <summary>Its first classes.</summary>
    public ref readonly ClassWords Inside => ref _inside;

    /// <summary>Whether two sets have a class in common.</summary>
    public bool Meets(ClassSet other) => ClassWords.Meet(in _inside, in other._inside)
        || (_beyond.Length > 0 && NextCommon(other, WordsInside * WordBits) >= 0);

    /// <summary>Whether it can have a class in common with a set that has these among its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayMeet(in ClassWords others) => ClassWords.Meet(in _inside, in others) || _beyond.Length > 0;

    /// <summary>The first class from a number on that two sets have in common.</summary>
    /// <returns>Its number, or -1 where there is none.</returns>
    public int NextCommon(ClassSet other, int from)
    {
        int length = WordsInside + Math.Min(_beyond.Length, other._beyond.Length);
        ulong mask = ulong.MaxValue << from % WordBits;
        for (int word = from / WordBits; word < length; word++)
        {
            ulong common = WordAt((uint)word) & other.WordAt((uint)word) & mask;
            if (common != 0)
                return word * WordBits + BitOperations.TrailingZeroCount(common);
            mask = ulong.MaxValue;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong WordAt(uint word) => word < WordsInside ? _inside.All[(int)word] : BeyondAt(word - WordsInside);

    private ulong BeyondAt(uint word) => word < _beyond.Length ? _beyond[word] : 0;
}
